"""Two-factor sign-in."""

from __future__ import annotations

import asyncio
from xml.etree import ElementTree

import pytest
from pyotp import TOTP

from backend.accounts.errors import (
    CodeInvalid,
    PasswordWrong,
    TotpAlreadyEnabled,
    TotpNotEnabled,
)
from backend.accounts.service.second_factor import (
    begin_totp,
    confirm_totp,
    disable_totp,
    regenerate_recovery_codes,
)
from backend.accounts.service.sign_in import SignedIn, sign_in
from backend.core.database import read
from backend.core.errors import Forbidden, RateLimited
from backend.core.permissions import Actor, Scope
from tests.backend.accounts.log import kinds
from tests.factories.accounts import PASSWORD, VISITOR, Person
from tests.fixtures.clock import HeldClock


class Authenticator:
    """An authenticator application in the person's hand."""

    def __init__(self, secret: str, clock: HeldClock) -> None:
        self._totp = TOTP(secret)
        self._clock = clock

    def code(self, *, steps: int = 0) -> str:
        return self._totp.generate_otp(int(self._clock.now.timestamp()) // 30 + steps)


@pytest.fixture
async def protected(clock: HeldClock, owner: Person) -> tuple[Authenticator, list[str]]:
    """An authenticator and the recovery codes of the owner, two-factor sign-in turned on."""
    offer = await begin_totp(owner.actor)
    authenticator = Authenticator(offer.secret, clock)
    codes = await confirm_totp(owner.actor, authenticator.code())
    clock.advance(seconds=60)
    return authenticator, codes


def token_of(person: Person) -> Actor:
    return Actor(
        account_id=person.account_id,
        role=person.actor.role,
        user_id=person.user_id,
        scopes=frozenset(Scope),
        token_id=1,
    )


async def test_the_offer_can_be_scanned_and_changes_nothing_yet(owner: Person) -> None:
    offer = await begin_totp(owner.actor)
    assert offer.uri.startswith("otpauth://totp/Carnet:")
    assert f"secret={offer.secret}" in offer.uri
    assert ElementTree.fromstring(offer.qr_svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None


async def test_signing_in_then_takes_a_code(
    owner: Person, protected: tuple[Authenticator, list[str]]
) -> None:
    authenticator, codes = protected
    assert await sign_in(VISITOR, owner.email, PASSWORD) == SignedIn(None, totp_required=True)
    assert await sign_in(VISITOR, owner.email, PASSWORD, " ") == SignedIn(None, totp_required=True)
    for wrong in ("000000", "abc", codes[0][:-1], "１２３４５６"):
        with pytest.raises(CodeInvalid):
            await sign_in(VISITOR, owner.email, PASSWORD, wrong)
    done = await sign_in(VISITOR, owner.email, PASSWORD, authenticator.code())
    assert done.ticket is not None
    assert "user.totp_enabled" in await kinds(owner.account_id)


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (1, True), (2, False)])
async def test_a_clock_may_differ_by_one_step(
    owner: Person, protected: tuple[Authenticator, list[str]], steps: int, accepted: bool
) -> None:
    authenticator, _ = protected
    code = authenticator.code(steps=steps)
    if accepted:
        assert (await sign_in(VISITOR, owner.email, PASSWORD, code)).ticket is not None
    else:
        with pytest.raises(CodeInvalid):
            await sign_in(VISITOR, owner.email, PASSWORD, code)


async def test_a_code_signs_in_once_and_so_do_those_before_it(
    owner: Person, protected: tuple[Authenticator, list[str]]
) -> None:
    authenticator, _ = protected
    await sign_in(VISITOR, owner.email, PASSWORD, authenticator.code())
    for replayed in (authenticator.code(), authenticator.code(steps=-1)):
        with pytest.raises(CodeInvalid):
            await sign_in(VISITOR, owner.email, PASSWORD, replayed)


async def test_of_two_uses_of_a_code_at_once_one_signs_in(
    owner: Person, protected: tuple[Authenticator, list[str]]
) -> None:
    authenticator, codes = protected
    for code in (authenticator.code(), codes[3]):
        answers = await asyncio.gather(
            *(sign_in(VISITOR, owner.email, PASSWORD, code) for _ in range(4)),
            return_exceptions=True,
        )
        assert sorted(type(answer).__name__ for answer in answers) == [
            "CodeInvalid",
            "CodeInvalid",
            "CodeInvalid",
            "SignedIn",
        ]


async def test_a_recovery_code_signs_in_once_however_it_is_typed(
    owner: Person, protected: tuple[Authenticator, list[str]]
) -> None:
    _, codes = protected
    assert len(set(codes)) == 10
    typed = codes[0].upper().replace("-", " ")
    assert (await sign_in(VISITOR, owner.email, PASSWORD, typed)).ticket is not None
    with pytest.raises(CodeInvalid):
        await sign_in(VISITOR, owner.email, PASSWORD, codes[0])
    assert await read.fetch_value("SELECT COUNT(*) FROM recovery_code") == 9


async def test_codes_cannot_be_guessed_without_end(
    owner: Person, protected: tuple[Authenticator, list[str]], clock: HeldClock
) -> None:
    authenticator, _ = protected
    for guess in range(10):
        with pytest.raises((CodeInvalid, RateLimited)):
            await sign_in(VISITOR, owner.email, PASSWORD, f"{guess:06}")
        clock.advance(minutes=4)
    clock.advance(minutes=10)
    with pytest.raises(RateLimited):
        await sign_in(VISITOR, owner.email, PASSWORD, authenticator.code())


async def test_the_secret_and_the_codes_do_not_lie_in_the_database_in_clear(
    clock: HeldClock, owner: Person
) -> None:
    offer = await begin_totp(owner.actor)
    codes = await confirm_totp(owner.actor, Authenticator(offer.secret, clock).code())
    rows = await read.fetch("SELECT totp_secret, totp_pending_secret FROM user_account")
    rows += await read.fetch("SELECT code_hash, '' FROM recovery_code")
    stored = " ".join(str(value) for row in rows for value in row)
    assert offer.secret not in stored
    assert not [code for code in codes if code in stored or code.replace("-", "") in stored]


async def test_confirming_takes_a_code_of_the_offer(owner: Person) -> None:
    with pytest.raises(TotpNotEnabled):
        await confirm_totp(owner.actor, "123456")
    await begin_totp(owner.actor)
    with pytest.raises(CodeInvalid):
        await confirm_totp(owner.actor, "not a code")


async def test_of_two_confirmations_at_once_one_gives_the_codes(
    clock: HeldClock, owner: Person
) -> None:
    offer = await begin_totp(owner.actor)
    code = Authenticator(offer.secret, clock).code()
    answers = await asyncio.gather(
        *(confirm_totp(owner.actor, code) for _ in range(3)), return_exceptions=True
    )
    assert [type(answer).__name__ for answer in answers].count("list") == 1
    assert await read.fetch_value("SELECT COUNT(*) FROM recovery_code") == 10


@pytest.mark.usefixtures("protected")
async def test_what_is_on_cannot_be_turned_on_again(owner: Person) -> None:
    with pytest.raises(TotpAlreadyEnabled):
        await begin_totp(owner.actor)
    with pytest.raises(TotpAlreadyEnabled):
        await confirm_totp(owner.actor, "123456")


@pytest.mark.usefixtures("protected")
async def test_turning_it_off_takes_the_password(owner: Person) -> None:
    with pytest.raises(PasswordWrong):
        await disable_totp(owner.actor, "not the password")
    row = await disable_totp(owner.actor, PASSWORD)
    assert not row.has_totp
    assert (await sign_in(VISITOR, owner.email, PASSWORD)).ticket is not None
    assert await read.fetch_value("SELECT COUNT(*) FROM recovery_code") == 0
    with pytest.raises(TotpNotEnabled):
        await disable_totp(owner.actor, PASSWORD)
    with pytest.raises(TotpNotEnabled):
        await regenerate_recovery_codes(owner.actor, PASSWORD)


async def test_new_recovery_codes_replace_the_old(
    owner: Person, protected: tuple[Authenticator, list[str]]
) -> None:
    _, old = protected
    with pytest.raises(PasswordWrong):
        await regenerate_recovery_codes(owner.actor, "not the password")
    new = await regenerate_recovery_codes(owner.actor, PASSWORD)
    with pytest.raises(CodeInvalid):
        await sign_in(VISITOR, owner.email, PASSWORD, old[0])
    assert (await sign_in(VISITOR, owner.email, PASSWORD, new[0])).ticket is not None


async def test_an_api_token_touches_none_of_it(owner: Person) -> None:
    token = token_of(owner)
    for attempt in (
        begin_totp(token),
        confirm_totp(token, "123456"),
        disable_totp(token, PASSWORD),
        regenerate_recovery_codes(token, PASSWORD),
    ):
        with pytest.raises(Forbidden):
            await attempt
