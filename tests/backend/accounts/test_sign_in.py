"""Signing in: the password, how often, and how long it takes."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from backend.accounts import hashing
from backend.accounts.errors import NoAccount, SignInFailed
from backend.accounts.service.passwords import change_password
from backend.accounts.service.sign_in import sign_in
from backend.accounts.service.team import leave_account
from backend.accounts.service.tickets import exchange_ticket
from backend.core.database import read
from backend.core.errors import RateLimited
from backend.core.permissions import Role
from tests.factories.accounts import PASSWORD, VISITOR, Person, actor_of, new_member
from tests.fixtures.clock import HeldClock

WRONG = "not the password"


async def test_opens_a_session_in_the_account(owner: Person) -> None:
    done = await sign_in(VISITOR, owner.email.upper(), PASSWORD)
    assert done.ticket is not None
    assert not done.totp_required
    actor = await actor_of(await exchange_ticket(VISITOR, done.ticket))
    assert actor is not None
    assert (actor.user_id, actor.account_id, actor.role) == (
        owner.user_id,
        owner.account_id,
        Role.OWNER,
    )


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("{email}", WRONG),
        ("nobody@example.org", PASSWORD),
        ("no address", PASSWORD),
        ("", ""),
        ("{email}", ""),
        ("{email}", "x" * 10_000_000),
        ("{email}", PASSWORD + "\x00"),
        ("' OR 1=1 --", "' OR 1=1 --"),
    ],
)
async def test_never_says_what_is_wrong(owner: Person, email: str, password: str) -> None:
    with pytest.raises(SignInFailed) as refused:
        await sign_in(VISITOR, email.format(email=owner.email), password)
    assert (refused.value.path, refused.value.parameters) == ((), {})


@pytest.mark.usefixtures("owner")
async def test_hashes_as_much_for_an_address_nobody_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    verified: list[str] = []

    class Counting(Argon2Hasher):
        def verify(self, password: str | bytes, hash: str | bytes) -> bool:
            verified.append(str(password))
            return super().verify(password, hash)

    counting = PasswordHash((Counting(time_cost=1, memory_cost=8, parallelism=1),))
    monkeypatch.setattr(hashing, "_password_hash", counting)
    with pytest.raises(SignInFailed):
        await sign_in(VISITOR, "nobody@example.org", WRONG)
    assert verified == [WRONG]


async def test_the_same_password_typed_with_other_accents_is_the_same(owner: Person) -> None:
    await change_password(owner.actor, PASSWORD, "cafe\u0301 cre\u0300me brulee")
    done = await sign_in(VISITOR, owner.email, "caf\u00e9 cr\u00e8me brulee")
    assert done.ticket is not None


async def test_ten_wrong_tries_close_the_door_for_a_while(clock: HeldClock, owner: Person) -> None:
    for _ in range(10):
        with pytest.raises(SignInFailed):
            await sign_in(VISITOR, owner.email, WRONG)
    with pytest.raises(RateLimited) as refused:
        await sign_in(VISITOR, owner.email, PASSWORD)
    assert 0 < int(refused.value.parameters["retry_after_seconds"]) <= 900
    clock.advance(minutes=15, seconds=1)
    assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None


async def test_tries_at_once_are_all_counted(owner: Person) -> None:
    answers = await asyncio.gather(
        *(sign_in(VISITOR, owner.email, WRONG) for _ in range(30)), return_exceptions=True
    )
    kinds = [type(answer).__name__ for answer in answers]
    assert kinds.count("SignInFailed") == 10
    assert kinds.count("RateLimited") == 20


async def test_somebody_elses_tries_do_not_lock_one_out(owner: Person) -> None:
    attacker = replace(VISITOR, ip="198.51.100.1")
    for _ in range(10):
        with pytest.raises(SignInFailed):
            await sign_in(attacker, owner.email, WRONG)
    with pytest.raises(RateLimited):
        await sign_in(attacker, owner.email, WRONG)
    assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None


async def test_one_address_guessed_from_many_places_is_limited(owner: Person) -> None:
    for place in range(50):
        with pytest.raises(SignInFailed):
            await sign_in(replace(VISITOR, ip=f"198.51.100.{place}"), owner.email, WRONG)
    with pytest.raises(RateLimited):
        await sign_in(replace(VISITOR, ip="198.51.100.99"), owner.email, WRONG)


@pytest.mark.usefixtures("owner")
async def test_one_place_guessing_many_addresses_is_limited() -> None:
    for number in range(100):
        with pytest.raises(SignInFailed):
            await sign_in(VISITOR, f"nobody{number}@example.org", WRONG)
    with pytest.raises(RateLimited):
        await sign_in(VISITOR, "nobody100@example.org", WRONG)


async def test_success_forgets_the_wrong_tries(owner: Person) -> None:
    for _ in range(3):
        for _ in range(9):
            with pytest.raises(SignInFailed):
                await sign_in(VISITOR, owner.email, WRONG)
        assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None


async def test_what_is_counted_names_nobody(owner: Person) -> None:
    with pytest.raises(SignInFailed):
        await sign_in(VISITOR, owner.email, WRONG)
    keys = [row[0] for row in await read.fetch("SELECT key FROM attempt")]
    assert len(keys) == 3
    assert not [key for key in keys if VISITOR.ip in key or owner.email in key]


async def test_refuses_who_belongs_to_no_account_any_more(owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    await leave_account(member.actor)
    with pytest.raises(NoAccount):
        await sign_in(VISITOR, member.email, PASSWORD)


async def test_an_outdated_hash_is_renewed_by_signing_in(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = "SELECT password_hash FROM user_account WHERE id = ?"
    before = await read.fetch_value(stored, (owner.user_id,))
    stronger = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=8, parallelism=1),))
    monkeypatch.setattr(hashing, "_password_hash", stronger)
    await sign_in(VISITOR, owner.email, PASSWORD)
    after = await read.fetch_value(stored, (owner.user_id,))
    assert after != before
    assert "t=2" in after
    assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None


async def test_a_password_reset_while_it_is_checked_opens_nothing(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked, changed = asyncio.Event(), asyncio.Event()

    async def slowly(password: str, known_hash: str | None) -> tuple[bool, str | None]:
        answer = await hashing.verify_password(password, known_hash)
        checked.set()
        await changed.wait()
        return answer

    monkeypatch.setattr("backend.accounts.service.sign_in.verify_password", slowly)
    entering = asyncio.create_task(sign_in(VISITOR, owner.email, PASSWORD))
    await checked.wait()
    await change_password(owner.actor, PASSWORD, "another good secret")
    changed.set()
    with pytest.raises(SignInFailed):
        await entering
