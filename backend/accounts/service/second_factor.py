"""Two-factor sign-in: authenticator codes (TOTP), and recovery codes for the day it is lost."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import segno
from pyotp import TOTP, random_base32

from backend.accounts.errors import CodeInvalid, TotpAlreadyEnabled, TotpNotEnabled
from backend.accounts.events import RecoveryCodesRegenerated, TotpDisabled, TotpEnabled
from backend.accounts.queries.people import PersonRow
from backend.accounts.rate_limits import CODE_BY_USER, count_try, forget_tries
from backend.accounts.rules.codes import (
    looks_like_totp,
    matching_step,
    new_recovery_codes,
    recovery_code_hash,
)
from backend.accounts.service.own_password import confirm_password, own_person
from backend.core.clock import now
from backend.core.permissions import Actor
from backend.core.secrets import derived_key, seal, unseal
from backend.core.unit_of_work import UnitOfWork, unit_of_work

ISSUER = "Carnet"


@dataclass(frozen=True, slots=True)
class TotpOffer:
    """What an authenticator is given: the secret, its ``otpauth:`` URI, and a picture of that."""

    secret: str
    uri: str
    qr_svg: str


async def begin_totp(actor: Actor) -> TotpOffer:
    """Make a secret that counts once a code made from it is confirmed.

    Raises:
        TotpAlreadyEnabled, Forbidden
    """
    person = await own_person(actor)
    if person.has_totp:
        raise TotpAlreadyEnabled
    secret = random_base32()
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "UPDATE user_account SET totp_pending_secret = ? WHERE id = ?",
            (seal(secret.encode()), person.id),
        )
    uri = TOTP(secret).provisioning_uri(name=person.email, issuer_name=ISSUER)
    return TotpOffer(secret, uri, _qr_svg(uri))


async def confirm_totp(actor: Actor, code: str) -> list[str]:
    """Turn two-factor sign-in on; return the recovery codes, shown this once.

    Raises:
        CodeInvalid, TotpAlreadyEnabled, TotpNotEnabled, RateLimited, Forbidden
    """
    person = await own_person(actor)
    if person.has_totp:
        raise TotpAlreadyEnabled
    if person.totp_pending_secret is None:
        raise TotpNotEnabled
    await count_try((CODE_BY_USER, person.id))
    secret = unseal(person.totp_pending_secret).decode()
    step = matching_step(secret, code, now().timestamp(), after_step=0)
    if step is None:
        raise CodeInvalid(("code",))
    async with unit_of_work(actor) as unit:
        enabled = await unit.execute(
            "UPDATE user_account SET totp_secret = totp_pending_secret, "
            "totp_pending_secret = NULL, totp_last_step = ? "
            "WHERE id = ? AND totp_pending_secret = ?",
            (step, person.id, person.totp_pending_secret),
        )
        if not enabled:  # another window confirmed, or began again
            raise CodeInvalid(("code",))
        codes = await _replace_recovery_codes(unit, person.id)
        unit.record(TotpEnabled(person.id))
    await forget_tries((CODE_BY_USER, person.id))
    return codes


async def disable_totp(actor: Actor, password: str) -> PersonRow:
    """Turn two-factor sign-in off; return the person as they are then.

    Raises:
        PasswordWrong, TotpNotEnabled, RateLimited, Forbidden
    """
    person = await confirm_password(actor, password)
    if not person.has_totp:
        raise TotpNotEnabled
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "UPDATE user_account SET totp_secret = NULL, totp_pending_secret = NULL WHERE id = ?",
            (person.id,),
        )
        await unit.execute("DELETE FROM recovery_code WHERE user_id = ?", (person.id,))
        unit.record(TotpDisabled(person.id))
        return await own_person(actor)


async def regenerate_recovery_codes(actor: Actor, password: str) -> list[str]:
    """Replace the recovery codes; the earlier ones stop working.

    Raises:
        PasswordWrong, TotpNotEnabled, RateLimited, Forbidden
    """
    person = await confirm_password(actor, password)
    if not person.has_totp:
        raise TotpNotEnabled
    async with unit_of_work(actor) as unit:
        codes = await _replace_recovery_codes(unit, person.id)
        unit.record(RecoveryCodesRegenerated(person.id))
    return codes


async def accept_code(unit: UnitOfWork, person: PersonRow, code: str) -> None:
    """Use up an authenticator or recovery code inside the open unit of work.

    Of two uses of one code at once, the statement lets only one change the row.

    Raises:
        CodeInvalid: not a current code, or one that was used.
    """
    if looks_like_totp(code):
        accepted = await _accept_totp(unit, person, code)
    else:
        mark = recovery_code_hash(_recovery_key(), person.id, code)
        accepted = await unit.execute(
            "DELETE FROM recovery_code WHERE user_id = ? AND code_hash = ?", (person.id, mark)
        )
    if not accepted:
        raise CodeInvalid(("code",))


async def _accept_totp(unit: UnitOfWork, person: PersonRow, code: str) -> int:
    if person.totp_secret is None:
        return 0
    secret = unseal(person.totp_secret).decode()
    step = matching_step(secret, code, now().timestamp(), after_step=person.totp_last_step)
    if step is None:
        return 0
    return await unit.execute(
        "UPDATE user_account SET totp_last_step = ? "
        "WHERE id = ? AND totp_secret = ? AND totp_last_step < ?",
        (step, person.id, person.totp_secret, step),
    )


async def _replace_recovery_codes(unit: UnitOfWork, user_id: int) -> list[str]:
    codes = new_recovery_codes()
    await unit.execute("DELETE FROM recovery_code WHERE user_id = ?", (user_id,))
    await unit.insert_rows(
        "recovery_code",
        ("user_id", "code_hash"),
        [(user_id, recovery_code_hash(_recovery_key(), user_id, code)) for code in codes],
    )
    return codes


def _recovery_key() -> bytes:
    return derived_key("recovery codes")


def _qr_svg(uri: str) -> str:
    picture = BytesIO()
    segno.make(uri, error="m", micro=False).save(
        picture,
        kind="svg",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        border=2,
        light="#ffffff",
        dark="#000000",
    )
    return picture.getvalue().decode().strip()
