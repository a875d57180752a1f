"""Roles, leaving and being removed. An account always keeps an owner."""

from __future__ import annotations

from backend.accounts.errors import LastOwner, RoleNotAllowed
from backend.accounts.events import MemberRemoved, MemberRoleChanged
from backend.accounts.queries.team import MemberRow, count_owners, get_member, member_of_user
from backend.accounts.rules.roles import leaves_no_owner, may_touch
from backend.accounts.service.own_password import confirm_password, person_id
from backend.accounts.service.sessions import end_sessions
from backend.accounts.service.team_lock import lock_team
from backend.accounts.service.tokens import revoke_tokens_of
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission, Role
from backend.core.unit_of_work import UnitOfWork, unit_of_work


async def change_member_role(actor: Actor, membership_id: int, role: Role) -> MemberRow:
    """Give a member another role; what they have open is cut, and opens again in the new role.

    Raises:
        NotFound: no member of this account.
        RoleNotAllowed: an admin cannot touch an owner, nor make one.
        LastOwner, Forbidden
    """
    actor.require(Permission.MANAGE_TEAM)
    async with unit_of_work(actor) as unit:
        acting = await lock_team(unit, actor)
        member = await _own_member(actor, membership_id)
        for touched, field in ((member.role, "id"), (role, "role")):
            if not may_touch(acting, touched):
                raise RoleNotAllowed((field,), role=touched.value)
        if member.role is role:
            return member
        await _refuse_ownerless(actor, member, role)
        await _set_role(unit, member, role)
        return await _own_member(actor, membership_id)


async def remove_member(actor: Actor, membership_id: int) -> MemberRow:
    """Remove a member; their sessions and tokens in the account end at once.

    Raises:
        NotFound: no member of this account.
        RoleNotAllowed: an admin cannot touch an owner.
        LastOwner, Forbidden
    """
    actor.require(Permission.MANAGE_TEAM)
    async with unit_of_work(actor) as unit:
        acting = await lock_team(unit, actor)
        member = await _own_member(actor, membership_id)
        if not may_touch(acting, member.role):
            raise RoleNotAllowed(("id",), role=member.role.value)
        await _refuse_ownerless(actor, member, None)
        await _remove(unit, actor.account_id, member)
    return member


async def leave_account(actor: Actor) -> None:
    """Leave the account that is open; the sessions and tokens in it end, this one too.

    Raises:
        LastOwner: somebody else must become an owner before.
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    async with unit_of_work(actor) as unit:
        await lock_team(unit, actor)
        own = await _own_membership(actor)
        await _refuse_ownerless(actor, own, None)
        await _remove(unit, actor.account_id, own)


async def transfer_ownership(actor: Actor, membership_id: int, password: str) -> MemberRow:
    """Make another member an owner and step back to admin.

    Raises:
        NotFound: no other member of this account.
        PasswordWrong, RateLimited, Forbidden
    """
    actor.require(Permission.OWN_ACCOUNT)
    await confirm_password(actor, password)
    async with unit_of_work(actor) as unit:
        acting = await lock_team(unit, actor)
        member = await _own_member(actor, membership_id)
        if acting is not Role.OWNER:  # stepped back meanwhile, in another window
            raise RoleNotAllowed(("id",), role=Role.OWNER.value)
        if member.user_id == actor.user_id:
            raise NotFound(("id",))
        if member.role is not Role.OWNER:
            await _set_role(unit, member, Role.OWNER)
        own = await _own_membership(actor)
        await _set_role(unit, own, Role.ADMIN)
        return await _own_member(actor, membership_id)


async def _own_member(actor: Actor, membership_id: int) -> MemberRow:
    member = await get_member(actor.account_id, membership_id)
    if member is None:
        raise NotFound(("id",))
    return member


async def _own_membership(actor: Actor) -> MemberRow:
    own = await member_of_user(actor.account_id, person_id(actor))
    if own is None:
        raise NotFound
    return own


async def _refuse_ownerless(actor: Actor, member: MemberRow, after: Role | None) -> None:
    owners = await count_owners(actor.account_id)
    if leaves_no_owner(owners=owners, before=member.role, after=after):
        raise LastOwner(("id",))


async def _set_role(unit: UnitOfWork, member: MemberRow, role: Role) -> None:
    await unit.execute("UPDATE membership SET role = ? WHERE id = ?", (role.value, member.id))
    unit.record(
        MemberRoleChanged(
            member.id, user_id=member.user_id, role=role.value, role_before=member.role.value
        )
    )


async def _remove(unit: UnitOfWork, account_id: int, member: MemberRow) -> None:
    unit.record(MemberRemoved(member.id, user_id=member.user_id))
    await end_sessions(unit, member.user_id, account_id=account_id)
    await revoke_tokens_of(unit, account_id, member.user_id)
    mine = (account_id, member.user_id)
    await unit.execute("DELETE FROM draft WHERE account_id = ? AND user_id = ?", mine)
    await unit.execute("DELETE FROM preference WHERE account_id = ? AND user_id = ?", mine)
    await unit.execute("DELETE FROM membership WHERE id = ?", (member.id,))
