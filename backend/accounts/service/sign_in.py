"""Signing in: e-mail and password, then a code when the person has a second factor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backend.accounts.errors import NoAccount, SignInFailed
from backend.accounts.hashing import verify_password
from backend.accounts.queries.accounts import account_to_open
from backend.accounts.queries.people import PersonRow, find_person
from backend.accounts.rate_limits import (
    CODE_BY_USER,
    SIGN_IN_BY_ADDRESS,
    SIGN_IN_BY_EMAIL,
    SIGN_IN_BY_EMAIL_AND_ADDRESS,
    count_try,
    forget_tries,
)
from backend.accounts.rules.text import parse_email
from backend.accounts.service.second_factor import accept_code
from backend.accounts.service.tickets import issue_ticket
from backend.accounts.service.visitor import Visitor
from backend.core.errors import Refusal
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A ticket for a session, or the question for a code when it is None."""

    ticket: str | None
    totp_required: bool = False


async def sign_in(visitor: Visitor, email: str, password: str, code: str | None = None) -> SignedIn:
    """Check who it is; return a ticket, or that a code is needed.

    Takes as long for an address nobody signs in with as for a wrong password.

    Raises:
        SignInFailed: address and password do not go together.
        CodeInvalid: neither a current authenticator code nor an unused recovery code.
        NoAccount: the person belongs to no account any more.
        RateLimited
    """
    person = await prove_password(visitor, email, password)
    if person.has_totp and not (code and code.strip()):
        return SignedIn(None, totp_required=True)
    if person.has_totp:
        await count_try((CODE_BY_USER, person.id))
    account_id = await account_to_open(person.id)
    if account_id is None:
        raise NoAccount
    async with unit_of_work(visitor.server) as unit:
        await hold_password(unit, person)
        if person.has_totp:
            await accept_code(unit, person, code or "")
        ticket = await issue_ticket(person.id, account_id)
    await forget_tries(
        (SIGN_IN_BY_EMAIL_AND_ADDRESS, f"{person.email_key} {visitor.ip}"),
        (SIGN_IN_BY_EMAIL, person.email_key),
        (CODE_BY_USER, person.id),
    )
    return SignedIn(ticket)


async def prove_password(visitor: Visitor, email: str, password: str) -> PersonRow:
    """Return the person whose e-mail and password these are.

    Raises:
        SignInFailed, RateLimited
    """
    email_key = await _count_try(visitor, email)
    person = await find_person(email_key)
    right, fresh_hash = await verify_password(password, person.password_hash if person else None)
    if person is None or not right:
        raise SignInFailed
    if fresh_hash is not None:
        async with unit_of_work(visitor.server) as unit:
            await unit.execute(
                "UPDATE user_account SET password_hash = ? WHERE id = ? AND password_hash = ?",
                (fresh_hash, person.id, person.password_hash),
            )
        return replace(person, password_hash=fresh_hash)
    return person


async def hold_password(unit: UnitOfWork, person: PersonRow) -> None:
    """Keep a proved password from being changed until the unit commits.

    Checking it takes a while: somebody who resets it meanwhile, and ends all sessions, must not be
    left with one that the old password opened.

    Raises:
        SignInFailed: it has been changed.
    """
    held = await unit.execute(
        "UPDATE user_account SET password_hash = password_hash WHERE id = ? AND password_hash = ?",
        (person.id, person.password_hash),
    )
    if not held:
        raise SignInFailed


async def _count_try(visitor: Visitor, email: str) -> str:
    """Count a try to sign in; return the address's key, empty for what is no address."""
    await count_try((SIGN_IN_BY_ADDRESS, visitor.ip))
    try:
        email_key = parse_email(email).key
    except Refusal:
        return ""
    await count_try(
        (SIGN_IN_BY_EMAIL_AND_ADDRESS, f"{email_key} {visitor.ip}"), (SIGN_IN_BY_EMAIL, email_key)
    )
    return email_key
