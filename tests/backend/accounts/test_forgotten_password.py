"""Forgotten and changed passwords."""

from __future__ import annotations

import asyncio

import pytest
from pyotp import TOTP

from backend.accounts.errors import (
    EmailInvalid,
    PasswordTooShort,
    PasswordWrong,
    ResetLinkInvalid,
    SignInFailed,
)
from backend.accounts.service.passwords import (
    change_password,
    request_password_reset,
    reset_password,
)
from backend.accounts.service.second_factor import begin_totp, confirm_totp
from backend.accounts.service.sign_in import sign_in
from backend.accounts.service.tickets import exchange_ticket
from backend.core.clock import now
from backend.core.database import read
from backend.core.errors import Forbidden, RateLimited
from backend.core.permissions import Actor, Scope
from backend.core.settings import settings
from tests.backend.accounts.log import body_of, kinds, letters, link_of
from tests.factories.accounts import PASSWORD, VISITOR, Person, actor_of, new_session
from tests.fixtures.clock import HeldClock

NEW = "another good secret"


async def link_for(person: Person) -> str:
    await request_password_reset(VISITOR, person.email)
    path, token = link_of((await letters())[-1])
    assert path == "/reset-password"
    return token


async def test_writes_in_the_persons_language_and_lets_them_in_again(owner: Person) -> None:
    token = await link_for(owner)
    [letter] = await letters()
    assert letter["To"] == owner.email
    assert letter["Subject"] == "Choisissez un nouveau mot de passe"
    assert "Bonjour Olga Rossi," in body_of(letter)
    ticket = await reset_password(VISITOR, token, NEW)
    assert ticket is not None
    assert await actor_of(await exchange_ticket(VISITOR, ticket)) is not None
    with pytest.raises(SignInFailed):
        await sign_in(VISITOR, owner.email, PASSWORD)
    assert (await sign_in(VISITOR, owner.email, NEW)).ticket is not None


@pytest.mark.usefixtures("owner")
async def test_asks_the_same_of_the_database_for_an_address_nobody_has(owner: Person) -> None:
    counted: list[int] = []
    for email in (owner.email, "nobody@example.org"):
        with read.statements() as statements:
            await request_password_reset(VISITOR, email)
        counted.append(len(statements))
    assert counted[0] == counted[1]
    assert len(await letters()) == 1


async def test_the_outbox_can_be_read_with_any_editor(owner: Person) -> None:
    token = await link_for(owner)
    [file] = (settings().data_dir / "outbox").glob("*.eml")
    lines = file.read_text("utf-8").splitlines()
    assert f"{settings().public_url}/reset-password?token={token}" in lines
    assert any("n’était pas vous" in line for line in lines)


async def test_every_session_ends_and_the_person_is_told(owner: Person) -> None:
    other = await new_session(owner.user_id, owner.account_id)
    await reset_password(VISITOR, await link_for(owner), NEW)
    assert await actor_of(owner.cookie) is None
    assert await actor_of(other) is None
    assert (await kinds(owner.account_id))[-3:] == [
        "session.revoked",
        "session.revoked",
        "user.password_changed",
    ]
    assert (await letters())[-1]["Subject"] == "Votre mot de passe a changé"


async def test_the_link_works_once_and_takes_the_others_with_it(owner: Person) -> None:
    first, second = await link_for(owner), await link_for(owner)
    await reset_password(VISITOR, second, NEW)
    for used in (first, second):
        with pytest.raises(ResetLinkInvalid):
            await reset_password(VISITOR, used, "yet another secret")


async def test_of_two_uses_at_once_one_sets_the_password(owner: Person) -> None:
    token = await link_for(owner)
    answers = await asyncio.gather(
        *(reset_password(VISITOR, token, f"{NEW} {place}") for place in range(4)),
        return_exceptions=True,
    )
    names = sorted(type(answer).__name__ for answer in answers)
    assert names == ["ResetLinkInvalid"] * 3 + ["str"]


async def test_the_link_is_over_after_an_hour(clock: HeldClock, owner: Person) -> None:
    token = await link_for(owner)
    clock.advance(minutes=61)
    with pytest.raises(ResetLinkInvalid):
        await reset_password(VISITOR, token, NEW)


async def test_a_refused_password_leaves_the_link_usable(owner: Person) -> None:
    token = await link_for(owner)
    with pytest.raises(PasswordTooShort):
        await reset_password(VISITOR, token, "short")
    assert await reset_password(VISITOR, token, NEW) is not None


async def test_a_letter_alone_does_not_pass_the_second_factor(owner: Person) -> None:
    offer = await begin_totp(owner.actor)
    await confirm_totp(owner.actor, TOTP(offer.secret).at(now()))
    assert await reset_password(VISITOR, await link_for(owner), NEW) is None
    assert (await sign_in(VISITOR, owner.email, NEW)).totp_required


@pytest.mark.usefixtures("owner")
async def test_refuses_what_is_no_address_or_no_link() -> None:
    with pytest.raises(EmailInvalid):
        await request_password_reset(VISITOR, "no address")
    for token in ("", "nonsense", "x" * 100_000):
        with pytest.raises(ResetLinkInvalid):
            await reset_password(VISITOR, token, NEW)


async def test_one_address_is_not_written_to_without_end(owner: Person) -> None:
    for _ in range(5):
        await request_password_reset(VISITOR, owner.email)
    with pytest.raises(RateLimited):
        await request_password_reset(VISITOR, owner.email)
    assert len(await letters()) == 5


async def test_the_links_secret_lies_nowhere_in_clear(owner: Person) -> None:
    await request_password_reset(VISITOR, owner.email)
    token = await link_for(owner)
    rows = await read.fetch("SELECT token_hash FROM password_reset")
    rows += await read.fetch("SELECT payload FROM job")
    assert not [row for row in rows if token in row[0]]


async def test_changing_it_keeps_this_session_and_ends_the_others(owner: Person) -> None:
    other = await new_session(owner.user_id, owner.account_id)
    await change_password(owner.actor, PASSWORD, NEW)
    assert await actor_of(owner.cookie) is not None
    assert await actor_of(other) is None
    assert (await sign_in(VISITOR, owner.email, NEW)).ticket is not None


async def test_changing_it_takes_the_present_one(owner: Person) -> None:
    with pytest.raises(PasswordWrong) as refused:
        await change_password(owner.actor, "not the password", NEW)
    assert refused.value.path == ("currentPassword",)
    with pytest.raises(PasswordTooShort) as short:
        await change_password(owner.actor, PASSWORD, "short")
    assert short.value.path == ("newPassword",)


async def test_the_present_one_cannot_be_guessed_from_an_open_session(owner: Person) -> None:
    for _ in range(10):
        with pytest.raises(PasswordWrong):
            await change_password(owner.actor, "not the password", NEW)
    with pytest.raises(RateLimited):
        await change_password(owner.actor, PASSWORD, NEW)


async def test_an_api_token_cannot_change_it(owner: Person) -> None:
    token = Actor(
        owner.account_id,
        owner.actor.role,
        user_id=owner.user_id,
        scopes=frozenset(Scope),
        token_id=1,
    )
    with pytest.raises(Forbidden):
        await change_password(token, PASSWORD, NEW)
