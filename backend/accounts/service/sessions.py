"""Ending sessions. A session also ends by itself, ``session_days`` after it was last used."""

from __future__ import annotations

from backend.accounts.events import SessionRevoked
from backend.accounts.service.own_password import person_id
from backend.accounts.service.visitor import Visitor
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.secrets import token_hash
from backend.core.unit_of_work import UnitOfWork, unit_of_work


async def sign_out(actor: Actor) -> None:
    """End the actor's own session; nothing happens when it has none or it is over.

    Raises:
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    async with unit_of_work(actor) as unit:
        await _end(unit, "id = ? AND user_id = ?", actor.session_id, actor.user_id)


async def sign_out_cookie(visitor: Visitor, cookie: str) -> None:
    """End the session of a browser's cookie, if there is one."""
    async with unit_of_work(visitor.server) as unit:
        await _end(unit, "token_hash = ?", token_hash(cookie))


async def revoke_session(actor: Actor, session_id: int) -> None:
    """End one of the person's own sessions, on whatever device.

    Raises:
        NotFound: not theirs, or over.
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    async with unit_of_work(actor) as unit:
        if not await _end(unit, "id = ? AND user_id = ?", session_id, actor.user_id):
            raise NotFound(("id",))


async def revoke_other_sessions(actor: Actor) -> int:
    """End all of the person's sessions but this one; return how many."""
    actor.require(Permission.MANAGE_OWN_USER)
    async with unit_of_work(actor) as unit:
        return await end_sessions(unit, person_id(actor), keep=actor.session_id)


async def end_sessions(
    unit: UnitOfWork, user_id: int, *, keep: int | None = None, account_id: int | None = None
) -> int:
    """End a person's sessions, and the tickets for new ones, inside the open unit of work.

    ``keep`` spares one session; ``account_id`` ends only those open in one account.
    """
    where, params = "user_id = ?", [user_id]
    if account_id is not None:
        where, params = f"{where} AND account_id = ?", [*params, account_id]
    await unit.execute(f"DELETE FROM session_ticket WHERE {where}", params)  # noqa: S608 - our own words
    if keep is not None:
        where, params = f"{where} AND id <> ?", [*params, keep]
    return await _end(unit, where, *params)


async def _end(unit: UnitOfWork, where: str, *params: int | str | None) -> int:
    rows = await unit.fetch(
        f"DELETE FROM session WHERE {where} RETURNING id, user_id, account_id",  # noqa: S608
        params,
    )
    for session_id, user_id, account_id in rows:
        # Told to the account that is open in the session: its live connections are cut by this.
        unit.record(SessionRevoked(session_id, user_id=user_id), account_id=account_id)
    return len(rows)
