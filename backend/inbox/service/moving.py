"""Messages from one thread to another: contacts merged and parted, unknown senders made known."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.service.search_index import move_found
from backend.inbox.service.threads import recount_thread


async def move_messages(
    unit: UnitOfWork, from_thread: int, to_thread: int, message_ids: Sequence[int] | None
) -> list[int]:
    """Give messages of a thread, or all of them, to another one; return which.

    A thread that has none left is gone.
    """
    chosen = None if message_ids is None else values_in("id", message_ids, unit.dialect)
    where, params = ("", ()) if chosen is None else (f" AND {chosen.text}", chosen.params)
    rows = await unit.fetch(
        f"UPDATE message SET thread_id = ? WHERE thread_id = ?{where} RETURNING id",  # noqa: S608
        (to_thread, from_thread, *params),
    )
    moved = sorted(row[0] for row in rows)
    await move_found(unit, moved, to_thread)
    await recount_thread(unit, to_thread)
    if not await recount_thread(unit, from_thread):
        await unit.execute("DELETE FROM thread WHERE id = ?", (from_thread,))
    return moved
