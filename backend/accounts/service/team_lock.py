"""Holding a team still while it changes."""

from __future__ import annotations

from backend.accounts.queries.team import member_of_user
from backend.core.errors import Forbidden
from backend.core.permissions import Actor, Permission, Role
from backend.core.unit_of_work import UnitOfWork


async def lock_team(unit: UnitOfWork, actor: Actor) -> Role:
    """Make other changes of the account's team wait until this commits; return the actor's role.

    The role is read again behind the lock: the actor may have been demoted or removed since their
    request came in.

    Raises:
        Forbidden: they are no member any more.
    """
    # A row lock on both databases, in one text: writing a value over itself.
    await unit.execute("UPDATE account SET name = name WHERE id = ?", (actor.account_id,))
    if actor.user_id is None:
        return actor.role
    member = await member_of_user(actor.account_id, actor.user_id)
    if member is None:
        raise Forbidden(permission=Permission.MANAGE_TEAM.value)
    return member.role
