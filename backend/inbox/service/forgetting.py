"""Letters of other domains, forgotten one by one: the rest of their threads stays."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.events import ThreadDeleted, ThreadUpdated
from backend.inbox.service.enclosing import forget_enclosed_in
from backend.inbox.service.outbox import forget_letters_of
from backend.inbox.service.search_index import forget_found
from backend.inbox.service.threads import recount_thread


async def forget_letters(unit: UnitOfWork, message_ids: Collection[int]) -> None:
    """Erase messages with what is enclosed, wherever they stand now; a thread that has none left
    is gone.
    """
    account_id = unit.actor.account_id
    chosen = values_in("id", message_ids, unit.dialect)
    found = await unit.fetch(
        f"SELECT id, thread_id FROM message WHERE account_id = ? AND {chosen.text}",  # noqa: S608
        (account_id, *chosen.params),
    )
    keys = [key for key, _ in found]
    if not keys:
        return
    await forget_letters_of(unit, keys)
    await forget_enclosed_in(unit, keys)
    await forget_found(unit, keys)
    own = values_in("id", keys, unit.dialect)
    await unit.execute(f"DELETE FROM message WHERE {own.text}", own.params)  # noqa: S608
    told = values_in("subject_id", keys, unit.dialect)
    await unit.execute(
        "UPDATE change SET payload = '{}' WHERE account_id = ? "  # noqa: S608
        f"AND subject_type = 'Message' AND {told.text}",
        (account_id, *told.params),
    )
    for thread_id in sorted({thread_id for _, thread_id in found}):
        if await recount_thread(unit, thread_id):
            unit.record(ThreadUpdated(thread_id, fields=["messages"]))
        else:
            await unit.execute("DELETE FROM thread WHERE id = ?", (thread_id,))
            unit.record(ThreadDeleted(thread_id, into_thread=None))
