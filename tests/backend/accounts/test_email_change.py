"""Signing in with another address."""

from __future__ import annotations

import asyncio

import pytest

from backend.accounts.errors import (
    EmailInvalid,
    EmailLinkInvalid,
    EmailTaken,
    PasswordWrong,
    ResetLinkInvalid,
    SignInFailed,
)
from backend.accounts.service.email_change import confirm_email_change, request_email_change
from backend.accounts.service.passwords import (
    change_password,
    request_password_reset,
    reset_password,
)
from backend.accounts.service.sign_in import sign_in
from tests.backend.accounts.log import body_of, kinds, letters, link_of
from tests.factories.accounts import PASSWORD, VISITOR, Person
from tests.fixtures.clock import HeldClock

NEW = "olga.new@example.org"


async def link_for(person: Person, email: str = NEW) -> str:
    await request_email_change(person.actor, email, PASSWORD)
    letter = (await letters())[-1]
    assert letter["To"] == email
    path, token = link_of(letter)
    assert path == "/confirm-email"
    return token


async def test_nothing_changes_until_the_new_address_confirms(owner: Person) -> None:
    token = await link_for(owner)
    assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None
    assert await confirm_email_change(VISITOR, token) == NEW
    assert (await sign_in(VISITOR, NEW, PASSWORD)).ticket is not None
    with pytest.raises(SignInFailed):
        await sign_in(VISITOR, owner.email, PASSWORD)
    assert "member.updated" in await kinds(owner.account_id)


async def test_the_old_address_is_told(owner: Person) -> None:
    await confirm_email_change(VISITOR, await link_for(owner))
    told = (await letters())[-1]
    assert told["To"] == owner.email
    assert NEW in body_of(told)


async def test_of_two_confirmations_at_once_one_counts(owner: Person) -> None:
    token = await link_for(owner)
    answers = await asyncio.gather(
        *(confirm_email_change(VISITOR, token) for _ in range(3)), return_exceptions=True
    )
    names = sorted(type(answer).__name__ for answer in answers)
    assert names == ["EmailLinkInvalid", "EmailLinkInvalid", "str"]


async def test_the_link_is_over_after_a_day(clock: HeldClock, owner: Person) -> None:
    token = await link_for(owner)
    clock.advance(hours=25)
    with pytest.raises(EmailLinkInvalid):
        await confirm_email_change(VISITOR, token)


async def test_a_later_request_replaces_the_earlier(owner: Person) -> None:
    first = await link_for(owner)
    second = await link_for(owner, "olga.other@example.org")
    with pytest.raises(EmailLinkInvalid):
        await confirm_email_change(VISITOR, first)
    assert await confirm_email_change(VISITOR, second) == "olga.other@example.org"


async def test_a_changed_password_forgets_what_waits(owner: Person) -> None:
    token = await link_for(owner)
    await change_password(owner.actor, PASSWORD, "another good secret")
    with pytest.raises(EmailLinkInvalid):
        await confirm_email_change(VISITOR, token)


async def test_links_that_went_to_the_old_address_open_nothing_any_more(owner: Person) -> None:
    await request_password_reset(VISITOR, owner.email)
    _, reset = link_of((await letters())[-1])
    await confirm_email_change(VISITOR, await link_for(owner))
    with pytest.raises(ResetLinkInvalid):
        await reset_password(VISITOR, reset, "another good secret")


async def test_refuses_an_address_that_somebody_has(owner: Person, stranger: Person) -> None:
    for taken in (stranger.email, stranger.email.upper(), owner.email):
        with pytest.raises(EmailTaken):
            await request_email_change(owner.actor, taken, PASSWORD)
    with pytest.raises(EmailInvalid):
        await request_email_change(owner.actor, "no address", PASSWORD)


async def test_of_two_people_who_want_one_address_the_first_to_confirm_has_it(
    owner: Person, stranger: Person
) -> None:
    first, second = await link_for(owner), await link_for(stranger)
    assert await confirm_email_change(VISITOR, second) == NEW
    with pytest.raises(EmailTaken):
        await confirm_email_change(VISITOR, first)
    assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None


async def test_takes_the_password(owner: Person) -> None:
    with pytest.raises(PasswordWrong):
        await request_email_change(owner.actor, NEW, "not the password")
    assert await letters() == []
