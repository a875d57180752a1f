"""Reading people, members, invitations, sessions and tokens again by their global ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backend.accounts.queries import access, accounts, people, team
from backend.accounts.schema.types import Account, ApiToken, Invitation, Member, Session, User
from backend.core.graphql import Info
from backend.core.graphql.nodes import node_readers
from backend.core.permissions import Permission


async def _users(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    own = info.context.actor.user_id
    row = await people.get_person(own) if own is not None and own in keys else None
    return {row.id: User.of(row)} if row else {}


async def _accounts(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    own = info.context.actor.account_id
    row = await accounts.get_account(own) if own in keys else None
    return {row.id: Account.of(row)} if row else {}


async def _members(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    rows = await team.members(actor.account_id)
    return {row.id: Member.of(row, actor) for row in rows if row.id in keys}


async def _invitations(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    if not actor.can(Permission.MANAGE_TEAM):
        return {}
    rows = await team.invitations(actor.account_id)
    return {row.id: Invitation.of(row) for row in rows if row.id in keys}


async def _sessions(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    if actor.user_id is None or not actor.can(Permission.MANAGE_OWN_USER):
        return {}
    rows = await access.sessions_of(actor.user_id)
    return {row.id: Session.of(row, actor) for row in rows if row.id in keys}


async def _tokens(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    if actor.user_id is None or not actor.can(Permission.MANAGE_OWN_USER):
        return {}
    rows = await access.tokens_of(actor.account_id, actor.user_id)
    return {row.id: ApiToken.of(row) for row in rows if row.id in keys}


def register() -> None:
    """Tell the Node interface how this domain's types are read."""
    node_readers.register("User", _users)
    node_readers.register("Account", _accounts)
    node_readers.register("Member", _members)
    node_readers.register("Invitation", _invitations)
    node_readers.register("Session", _sessions)
    node_readers.register("ApiToken", _tokens)
