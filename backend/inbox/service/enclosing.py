"""Files that go with messages."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.contacts.sql import Sql, values_in
from backend.core.unit_of_work import UnitOfWork
from backend.files.rows import FileRow
from backend.files.service import forget_files


async def enclose(unit: UnitOfWork, message_id: int, files: Sequence[FileRow]) -> None:
    """Let files go with a message, in their order."""
    await unit.execute_many(
        "INSERT INTO message_file (account_id, message_id, file_id, position) VALUES (?, ?, ?, ?)",
        [(unit.actor.account_id, message_id, each.pk, place) for place, each in enumerate(files)],
    )


async def forget_enclosed(unit: UnitOfWork, thread_ids: Collection[int]) -> None:
    """Let go of the files of the messages of some threads."""
    chosen = values_in("thread_id", thread_ids, unit.dialect)
    whose = f"message_id IN (SELECT id FROM message WHERE {chosen.text})"  # noqa: S608
    await _forget(unit, Sql(whose, chosen.params))


async def forget_enclosed_in(unit: UnitOfWork, message_ids: Collection[int]) -> None:
    """Let go of the files of some messages."""
    await _forget(unit, values_in("message_id", message_ids, unit.dialect))


async def _forget(unit: UnitOfWork, chosen: Sql) -> None:
    rows = await unit.fetch(
        f"DELETE FROM message_file WHERE {chosen.text} RETURNING file_id",  # noqa: S608
        chosen.params,
    )
    if rows:
        await forget_files(unit, [row[0] for row in rows])
