"""Threads as messages come into them: found or made, and what is kept of their messages."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.rules.kinds import Direction
from backend.inbox.rules.limits import NAME_LENGTH


@dataclass(frozen=True, slots=True)
class Newest:
    """What a thread shows of the message that was added to it."""

    direction: Direction
    state: str
    subject: str
    excerpt: str
    at_micros: int
    is_read: bool


async def thread_of_contact(unit: UnitOfWork, contact_id: int) -> int:
    """Return the thread of a contact, made when it has none."""
    rows = await unit.fetch(
        "SELECT id FROM thread WHERE account_id = ? AND contact_id = ?",
        (unit.actor.account_id, contact_id),
    )
    return int(rows[0][0]) if rows else await _insert(unit, contact_id, None, None)


async def thread_of_address(unit: UnitOfWork, address: str, name: str) -> int:
    """Return the thread with an address that is no contact's, made when there is none."""
    rows = await unit.fetch(
        "SELECT id FROM thread WHERE account_id = ? AND address = ?",
        (unit.actor.account_id, address),
    )
    return int(rows[0][0]) if rows else await _insert(unit, None, address, name[:NAME_LENGTH])


async def _insert(
    unit: UnitOfWork, contact_id: int | None, address: str | None, name: str | None
) -> int:
    now = now_micros()
    rows = await unit.fetch(
        "INSERT INTO thread (account_id, contact_id, address, name, archived, subject, excerpt, "
        "last_direction, last_state, last_at, message_count, unread_count, unread, created_at) "
        "VALUES (?, ?, ?, ?, 0, '', '', 'out', 'queued', ?, 0, 0, 0, ?) RETURNING id",
        (unit.actor.account_id, contact_id, address, name or None, now, now),
    )
    return int(rows[0][0])


async def add_to_thread(unit: UnitOfWork, thread_id: int, newest: Newest) -> None:
    """Count a message in, and show it when none is newer. One that comes in is not put aside."""
    unread = 0 if newest.is_read else 1
    await unit.execute(
        "UPDATE thread SET message_count = message_count + 1, unread_count = unread_count + ?, "
        "unread = CASE WHEN unread_count + ? > 0 THEN 1 ELSE 0 END, "
        "archived = CASE WHEN ? = 'in' THEN 0 ELSE archived END WHERE id = ?",
        (unread, unread, newest.direction.value, thread_id),
    )
    await unit.execute(
        "UPDATE thread SET subject = ?, excerpt = ?, last_direction = ?, last_state = ?, "
        "last_at = ? WHERE id = ? AND (message_count = 1 OR last_at <= ?)",
        (
            newest.subject,
            newest.excerpt,
            newest.direction.value,
            newest.state,
            newest.at_micros,
            thread_id,
            newest.at_micros,
        ),
    )


async def show_state(unit: UnitOfWork, thread_id: int, message_id: int) -> None:
    """Show how far a message is where it is the newest of its thread."""
    await unit.execute(
        "UPDATE thread SET last_state = (SELECT state FROM message WHERE id = ?) "
        "WHERE id = ? AND ? = (SELECT id FROM message WHERE thread_id = ? "
        "ORDER BY at DESC, id DESC LIMIT 1)",
        (message_id, thread_id, message_id, thread_id),
    )


async def recount_thread(unit: UnitOfWork, thread_id: int) -> bool:
    """Count the messages of a thread anew and show its newest; return whether it has any."""
    rows = await unit.fetch(
        "SELECT COUNT(*), COUNT(CASE WHEN is_read THEN NULL ELSE 1 END) FROM message "
        "WHERE thread_id = ?",
        (thread_id,),
    )
    count, unread = rows[0]
    newest = await unit.fetch(
        "SELECT subject, excerpt, direction, state, at FROM message WHERE thread_id = ? "
        "ORDER BY at DESC, id DESC LIMIT 1",
        (thread_id,),
    )
    if not newest:
        return False
    await unit.execute(
        "UPDATE thread SET message_count = ?, unread_count = ?, unread = ?, subject = ?, "
        "excerpt = ?, last_direction = ?, last_state = ?, last_at = ? WHERE id = ?",
        (count, unread, 1 if unread else 0, *newest[0], thread_id),
    )
    return True
