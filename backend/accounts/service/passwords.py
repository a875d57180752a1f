"""Forgotten and changed passwords."""

from __future__ import annotations

from datetime import timedelta

from backend.accounts.errors import ResetLinkInvalid
from backend.accounts.events import PasswordChanged
from backend.accounts.hashing import hash_password
from backend.accounts.letters import password_changed_letter, reset_letter
from backend.accounts.models import PasswordReset
from backend.accounts.queries.accounts import account_to_open
from backend.accounts.queries.people import PersonRow, find_person, person_of_reset_link
from backend.accounts.rate_limits import (
    RESET_BY_ADDRESS,
    RESET_BY_EMAIL,
    SIGN_IN_BY_EMAIL,
    SIGN_IN_BY_EMAIL_AND_ADDRESS,
    count_try,
    forget_tries,
)
from backend.accounts.rules.passwords import check_password
from backend.accounts.rules.text import parse_email
from backend.accounts.service.own_password import confirm_password
from backend.accounts.service.sessions import end_sessions
from backend.accounts.service.tickets import issue_ticket
from backend.accounts.service.visitor import Visitor
from backend.core.clock import now, now_micros
from backend.core.mail import queue_letter
from backend.core.permissions import Actor, Role
from backend.core.secrets import new_token, token_hash
from backend.core.unit_of_work import UnitOfWork, unit_of_work

RESET_MINUTES = 60


async def request_password_reset(visitor: Visitor, email: str) -> None:
    """Ask for a letter with a link; does the same whether or not anybody has this address.

    The address is looked up by a job, so that the answer takes as long either way.

    Raises:
        EmailInvalid: not an address at all.
        RateLimited
    """
    email_key = parse_email(email).key
    await count_try((RESET_BY_ADDRESS, visitor.ip), (RESET_BY_EMAIL, email_key))
    async with unit_of_work(visitor.server) as unit:
        unit.enqueue("send_password_reset", {"email_key": email_key})


async def send_password_reset(email_key: str) -> None:
    """Write to the person with this address, if there is one, in their language."""
    person = await find_person(email_key)
    if person is None:
        return
    token = new_token()
    async with unit_of_work(Actor.system(0)) as unit:
        await PasswordReset.create(
            user_id=person.id,
            token_hash=token_hash(token),
            expires_at=now() + timedelta(minutes=RESET_MINUTES),
        )
        queue_letter(
            unit,
            reset_letter(
                to=person.email,
                locale=person.locale,
                name=person.name,
                token=token,
                minutes=RESET_MINUTES,
            ),
        )


async def reset_password(visitor: Visitor, token: str, password: str) -> str | None:
    """Choose a new password by a letter's link; every session of the person ends.

    Returns a ticket for a new session, or None when signing in takes more than the password.

    Raises:
        ResetLinkInvalid: used, too old, or not ours.
        PasswordTooShort, PasswordTooCommon, PasswordIsEmail, TooLong
    """
    person = await person_of_reset_link(token_hash(token))
    if person is None:
        raise ResetLinkInvalid(("token",))
    new_hash = await hash_password(check_password(password, email=person.email))
    async with unit_of_work(visitor.server) as unit:
        used = await unit.execute(
            "DELETE FROM password_reset WHERE token_hash = ? AND expires_at > ?",
            (token_hash(token), now_micros()),
        )
        if not used:
            raise ResetLinkInvalid(("token",))
        account_id = await account_to_open(person.id)
        unit.actor = visitor.become(
            user_id=person.id, account_id=account_id or 0, role=Role.VIEWER, name=person.name
        )
        await _set_password(unit, person, new_hash, account_id=account_id)
        ticket = None
        if account_id is not None and not person.has_totp:
            ticket = await issue_ticket(person.id, account_id)
    await forget_tries(
        (SIGN_IN_BY_EMAIL, person.email_key),
        (SIGN_IN_BY_EMAIL_AND_ADDRESS, f"{person.email_key} {visitor.ip}"),
    )
    return ticket


async def change_password(actor: Actor, current: str, new: str) -> None:
    """Change the person's password; their other sessions end.

    Raises:
        PasswordWrong: ``current`` is not the password.
        PasswordTooShort, PasswordTooCommon, PasswordIsEmail, TooLong, RateLimited, Forbidden
    """
    person = await confirm_password(actor, current, ("currentPassword",))
    checked = check_password(new, email=person.email, path=("newPassword",))
    new_hash = await hash_password(checked)
    async with unit_of_work(actor) as unit:
        await _set_password(
            unit, person, new_hash, account_id=actor.account_id, keep=actor.session_id
        )


async def _set_password(
    unit: UnitOfWork,
    person: PersonRow,
    new_hash: str,
    *,
    account_id: int | None,
    keep: int | None = None,
) -> None:
    await unit.execute(
        "UPDATE user_account SET password_hash = ? WHERE id = ?", (new_hash, person.id)
    )
    # Whoever knew the old password may have begun these.
    await unit.execute("DELETE FROM password_reset WHERE user_id = ?", (person.id,))
    await unit.execute("DELETE FROM email_change WHERE user_id = ?", (person.id,))
    await end_sessions(unit, person.id, keep=keep)
    if account_id is not None:
        unit.record(PasswordChanged(person.id), account_id=account_id)
    queue_letter(
        unit,
        password_changed_letter(to=person.email, locale=person.locale, name=person.name),
    )
