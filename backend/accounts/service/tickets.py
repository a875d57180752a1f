"""From a successful sign-in to a session: a ticket that works once, for a minute.

A mutation may come over a socket or from the interface's own server, where no cookie can be set:
it answers with a ticket, and the browser exchanges it over plain HTTP.
"""

from __future__ import annotations

from datetime import timedelta

from backend.accounts.errors import TicketInvalid
from backend.accounts.events import SessionRevoked, SessionStarted
from backend.accounts.models import Session, SessionTicket
from backend.accounts.queries.team import member_of_user
from backend.accounts.service.visitor import MAX_IP_ADDRESS, MAX_USER_AGENT, Visitor
from backend.core.clock import now, now_micros
from backend.core.secrets import new_token, token_hash
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work

TICKET_SECONDS = 60


async def issue_ticket(user_id: int, account_id: int) -> str:
    """Insert a ticket inside the open unit of work and return it."""
    ticket = new_token()
    await SessionTicket.create(
        user_id=user_id,
        account_id=account_id,
        token_hash=token_hash(ticket),
        expires_at=now() + timedelta(seconds=TICKET_SECONDS),
    )
    return ticket


async def exchange_ticket(visitor: Visitor, ticket: str, *, replaces: str | None = None) -> str:
    """Start a session and return its cookie's value; the ticket is used up.

    ``replaces`` is the cookie that the browser still had: its session ends.

    Raises:
        TicketInvalid: used, over a minute old, not ours, or its person left the account.
    """
    async with unit_of_work(visitor.server) as unit:
        rows = await unit.fetch(
            "DELETE FROM session_ticket WHERE token_hash = ? AND expires_at > ? "
            "RETURNING user_id, account_id",
            (token_hash(ticket), now_micros()),
        )
        member = await member_of_user(rows[0][1], rows[0][0]) if rows else None
        if member is None:
            raise TicketInvalid(("ticket",))
        user_id, account_id = rows[0]
        unit.actor = visitor.become(
            user_id=user_id, account_id=account_id, role=member.role, name=member.name
        )
        if replaces:
            await _end_replaced(unit, replaces)
        cookie = new_token()
        instant = now()
        session = await Session.create(
            user_id=user_id,
            account_id=account_id,
            token_hash=token_hash(cookie),
            user_agent=visitor.user_agent[:MAX_USER_AGENT],
            ip_address=visitor.ip[:MAX_IP_ADDRESS],
            created_at=instant,
            last_seen_at=instant,
            expires_at=instant + timedelta(days=settings().session_days),
        )
        await unit.execute(
            "UPDATE membership SET last_seen_at = ? WHERE id = ?", (now_micros(), member.id)
        )
        unit.record(SessionStarted(session.id, user_id=user_id))
    return cookie


async def _end_replaced(unit: UnitOfWork, cookie: str) -> None:
    rows = await unit.fetch(
        "DELETE FROM session WHERE token_hash = ? RETURNING id, user_id, account_id",
        (token_hash(cookie),),
    )
    for session_id, user_id, account_id in rows:
        unit.record(SessionRevoked(session_id, user_id=user_id), account_id=account_id)
