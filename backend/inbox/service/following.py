"""How messages follow contacts: merged and parted, and gone for good."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.events import ThreadUpdated
from backend.inbox.service.enclosing import forget_enclosed
from backend.inbox.service.moving import move_messages
from backend.inbox.service.outbox import forget_posted
from backend.inbox.service.search_index import forget_threads
from backend.inbox.service.threads import thread_of_contact


async def move_to_contact(
    unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
) -> Sequence[int]:
    """Give the messages of one contact to another; see ``ContactFollower``."""
    rows = await unit.fetch(
        "SELECT id FROM thread WHERE account_id = ? AND contact_id = ?",
        (unit.actor.account_id, from_id),
    )
    if not rows or keys == []:
        return []
    into = await thread_of_contact(unit, to_id)
    moved = await move_messages(unit, rows[0][0], into, keys)
    unit.record(ThreadUpdated(into, fields=["messages"]))
    return moved


async def forget_contacts(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Let nothing of some contacts be found, nor told by the log; the rows go with the contacts."""
    owned = values_in("contact_id", ids, unit.dialect)
    rows = await unit.fetch(f"SELECT id FROM thread WHERE {owned.text}", owned.params)  # noqa: S608
    if rows:
        await forget_messages(unit, [row[0] for row in rows])


async def forget_messages(unit: UnitOfWork, threads: Sequence[int]) -> None:
    """Let nothing of the messages of some threads be left but their rows, which go after this."""
    await forget_posted(unit, threads)
    await forget_enclosed(unit, threads)
    await forget_threads(unit, threads)
