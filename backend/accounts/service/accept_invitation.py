"""Accepting an invitation: as a new person, by password, or signed in."""

from __future__ import annotations

from dataclasses import dataclass

from tortoise.exceptions import IntegrityError

from backend.accounts.errors import (
    AlreadyMember,
    EmailTaken,
    InvitationForAnother,
    InvitationInvalid,
)
from backend.accounts.events import InvitationAccepted
from backend.accounts.hashing import hash_password
from backend.accounts.queries.accounts import get_account
from backend.accounts.queries.people import PersonRow, find_person
from backend.accounts.queries.team import InvitationRow, invitation_of_token, member_of_user
from backend.accounts.rules.form import Form
from backend.accounts.rules.passwords import check_password
from backend.accounts.rules.places import (
    DEFAULT_TIME_ZONE,
    check_locale,
    check_time_zone,
)
from backend.accounts.rules.text import Email, clean_name
from backend.accounts.service.founding import NewPerson, create_person, join
from backend.accounts.service.own_password import own_person
from backend.accounts.service.sign_in import hold_password, prove_password
from backend.accounts.service.tickets import issue_ticket
from backend.accounts.service.visitor import Visitor
from backend.core.clock import now_micros
from backend.core.locale import DEFAULT_LOCALE
from backend.core.permissions import Actor
from backend.core.secrets import token_hash
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the reader of the letter types. Somebody signed in needs to type nothing.

    Somebody who signs in elsewhere already gives their ``password`` only; a new person all but
    ``locale`` and ``time_zone``, which are the account's by default.
    """

    token: str
    name: str | None = None
    password: str | None = None
    locale: str | None = None
    time_zone: str | None = None


async def accept_invitation(
    visitor: Visitor, acceptance: Acceptance, actor: Actor | None = None
) -> str | None:
    """Join the account one was invited to; the invitation is used up.

    Returns a ticket for a session there, or None when signing in takes more than the password.

    Raises:
        InvitationInvalid: accepted, revoked, too old, or not ours.
        InvitationForAnother: ``actor`` signs in with another address.
        SignInFailed: the address is known, and this is not its password.
        Refusals: some fields of a new person are refused.
        AlreadyMember, EmailTaken, RateLimited
    """
    invitation = await invitation_of_token(token_hash(acceptance.token))
    if invitation is None:
        raise InvitationInvalid(("token",))
    if actor is not None:
        person = await own_person(actor)
        if person.email_key != invitation.email_key:
            raise InvitationForAnother(("token",))
        return await _accept_known(visitor, acceptance, invitation, person, by_password=False)
    if await find_person(invitation.email_key) is None:
        return await _accept_new(visitor, acceptance, invitation)
    person = await prove_password(visitor, invitation.email, acceptance.password or "")
    return await _accept_known(visitor, acceptance, invitation, person, by_password=True)


async def _accept_known(
    visitor: Visitor,
    acceptance: Acceptance,
    invitation: InvitationRow,
    person: PersonRow,
    *,
    by_password: bool,
) -> str | None:
    async with unit_of_work(visitor.server) as unit:
        if by_password:
            await hold_password(unit, person)
        await _use_up(unit, acceptance.token)
        if await member_of_user(invitation.account_id, person.id) is not None:
            raise AlreadyMember(("token",))
        await _join(unit, visitor, invitation, person.id, person.name)
        # A password alone must not open a session where signing in takes a code as well.
        if by_password and person.has_totp:
            return None
        return await issue_ticket(person.id, invitation.account_id)


async def _accept_new(visitor: Visitor, acceptance: Acceptance, invitation: InvitationRow) -> str:
    account = await get_account(invitation.account_id)
    locale = acceptance.locale or (account.locale if account else DEFAULT_LOCALE)
    time_zone = acceptance.time_zone or (account.time_zone if account else DEFAULT_TIME_ZONE)
    form = Form()
    name = form.check(clean_name, acceptance.name or "", ("name",))
    password = form.check(check_password, acceptance.password or "", email=invitation.email)
    locale = form.check(check_locale, locale)
    time_zone = form.check(check_time_zone, time_zone)
    form.done()
    email = Email(invitation.email, invitation.email_key)
    new_person = NewPerson(name, email, await hash_password(password), locale, time_zone)
    try:
        async with unit_of_work(visitor.server) as unit:
            await _use_up(unit, acceptance.token)
            user_id = await create_person(new_person)
            await _join(unit, visitor, invitation, user_id, name)
            return await issue_ticket(user_id, invitation.account_id)
    except IntegrityError:  # they signed up by themselves at the same moment
        raise EmailTaken(("token",)) from None


async def _use_up(unit: UnitOfWork, token: str) -> None:
    """Take the invitation out; of two acceptances at once, one finds nothing."""
    used = await unit.execute(
        "DELETE FROM invitation WHERE token_hash = ? AND expires_at > ?",
        (token_hash(token), now_micros()),
    )
    if not used:
        raise InvitationInvalid(("token",))


async def _join(
    unit: UnitOfWork, visitor: Visitor, invitation: InvitationRow, user_id: int, name: str
) -> None:
    unit.actor = visitor.become(
        user_id=user_id, account_id=invitation.account_id, role=invitation.role, name=name
    )
    await join(unit, invitation.account_id, user_id, invitation.role)
    unit.record(InvitationAccepted(invitation.id, user_id=user_id))
