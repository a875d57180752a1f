"""Inviting people by e-mail, sending again, taking back."""

from __future__ import annotations

from datetime import timedelta

from backend.accounts.errors import AlreadyInvited, AlreadyMember, RoleNotAllowed
from backend.accounts.events import InvitationResent, InvitationRevoked, InvitationSent
from backend.accounts.letters import invitation_letter
from backend.accounts.models import Invitation
from backend.accounts.queries.accounts import get_account
from backend.accounts.queries.people import find_person
from backend.accounts.queries.team import (
    InvitationRow,
    find_invitation,
    get_invitation,
    member_of_user,
)
from backend.accounts.rate_limits import INVITATIONS_BY_ACCOUNT, count_try
from backend.accounts.rules.roles import may_touch
from backend.accounts.rules.text import Email, parse_email
from backend.accounts.service.team_lock import lock_team
from backend.core.clock import now, to_micros
from backend.core.errors import NotFound
from backend.core.mail import queue_letter
from backend.core.permissions import Actor, Permission, Role
from backend.core.secrets import new_token, token_hash
from backend.core.unit_of_work import UnitOfWork, unit_of_work

INVITATION_DAYS = 7


async def invite_member(actor: Actor, email: str, role: Role) -> InvitationRow:
    """Write to somebody to join the actor's account in a role, within seven days.

    Raises:
        EmailInvalid
        AlreadyMember, AlreadyInvited: that address.
        RoleNotAllowed: only owners invite owners.
        RateLimited, Forbidden
    """
    actor.require(Permission.MANAGE_TEAM)
    parsed = parse_email(email)
    await count_try((INVITATIONS_BY_ACCOUNT, actor.account_id))
    token = new_token()
    async with unit_of_work(actor) as unit:
        _refuse_role(await lock_team(unit, actor), role, "role")
        await _refuse_known(unit, actor.account_id, parsed)
        made = await Invitation.create(
            account_id=actor.account_id,
            email=parsed.address,
            email_key=parsed.key,
            role=role.value,
            token_hash=token_hash(token),
            invited_by_id=actor.user_id,
            created_at=now(),
            expires_at=now() + timedelta(days=INVITATION_DAYS),
        )
        unit.record(InvitationSent(made.id, role=role.value))
        invitation = await _own_invitation(actor, made.id)
        await _write(unit, invitation, token)
    return invitation


async def resend_invitation(actor: Actor, invitation_id: int) -> InvitationRow:
    """Write again, with a new link and seven more days; the earlier link stops working.

    Raises:
        NotFound: accepted, revoked, or of another account.
        RoleNotAllowed, RateLimited, Forbidden
    """
    actor.require(Permission.MANAGE_TEAM)
    await _own_invitation(actor, invitation_id)
    await count_try((INVITATIONS_BY_ACCOUNT, actor.account_id))
    token = new_token()
    async with unit_of_work(actor) as unit:
        acting = await lock_team(unit, actor)
        _refuse_role(acting, (await _own_invitation(actor, invitation_id)).role, "id")
        await unit.execute(
            "UPDATE invitation SET token_hash = ?, expires_at = ? WHERE id = ? AND account_id = ?",
            (
                token_hash(token),
                to_micros(now() + timedelta(days=INVITATION_DAYS)),
                invitation_id,
                actor.account_id,
            ),
        )
        unit.record(InvitationResent(invitation_id))
        invitation = await _own_invitation(actor, invitation_id)
        await _write(unit, invitation, token)
    return invitation


async def revoke_invitation(actor: Actor, invitation_id: int) -> InvitationRow:
    """Take an invitation back; its link stops working.

    Raises:
        NotFound: accepted, revoked, or of another account.
        RoleNotAllowed, Forbidden
    """
    actor.require(Permission.MANAGE_TEAM)
    async with unit_of_work(actor) as unit:
        acting = await lock_team(unit, actor)
        invitation = await _own_invitation(actor, invitation_id)
        _refuse_role(acting, invitation.role, "id")
        await unit.execute(
            "DELETE FROM invitation WHERE id = ? AND account_id = ?",
            (invitation_id, actor.account_id),
        )
        unit.record(InvitationRevoked(invitation_id))
    return invitation


def _refuse_role(acting: Role, role: Role, field: str) -> None:
    if not may_touch(acting, role):
        raise RoleNotAllowed((field,), role=role.value)


async def _own_invitation(actor: Actor, invitation_id: int) -> InvitationRow:
    invitation = await get_invitation(actor.account_id, invitation_id)
    if invitation is None:
        raise NotFound(("id",))
    return invitation


async def _refuse_known(unit: UnitOfWork, account_id: int, email: Email) -> None:
    person = await find_person(email.key)
    if person is not None and await member_of_user(account_id, person.id) is not None:
        raise AlreadyMember(("email",))
    earlier = await find_invitation(account_id, email.key)
    if earlier is None:
        return
    if earlier.expires_at > now():
        raise AlreadyInvited(("email",))
    await unit.execute("DELETE FROM invitation WHERE id = ?", (earlier.id,))


async def _write(unit: UnitOfWork, invitation: InvitationRow, token: str) -> None:
    """Queue the letter, in the language of its reader if they are known here."""
    account = await get_account(invitation.account_id)
    if account is None:
        raise NotFound
    person = await find_person(invitation.email_key)
    queue_letter(
        unit,
        invitation_letter(
            to=invitation.email,
            locale=person.locale if person else account.locale,
            inviter=unit.actor.name or account.name,
            account=account.name,
            token=token,
            days=INVITATION_DAYS,
        ),
    )
