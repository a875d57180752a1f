"""Letters in the outbox folder, where they lie when there is no server to send them by."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from pathlib import Path

from backend.contacts.sql import Sql, values_in
from backend.core.clock import from_micros
from backend.core.data_dir import OUTBOX
from backend.core.private_files import make_private_folder, write_private
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.queries.sending import Outgoing


def put_into_outbox(message: Outgoing, content: bytes) -> None:
    """Write a letter as a file. A message has one name: written twice, it is there once."""
    make_private_folder(_folder())
    write_private(_folder() / _name(message.created_micros, message.pk), content)


async def forget_letters_of(unit: UnitOfWork, message_ids: Sequence[int]) -> None:
    """Delete the letters of messages that say something else now, or are about to go."""
    await _forget(unit, values_in("id", message_ids, unit.dialect))


async def forget_posted(unit: UnitOfWork, thread_ids: Sequence[int]) -> None:
    """Delete the letters of the messages of some threads, before their rows go: afterwards nobody
    knows which they were.
    """
    await _forget(unit, values_in("thread_id", thread_ids, unit.dialect))


async def _forget(unit: UnitOfWork, chosen: Sql) -> None:
    rows = await unit.fetch(
        f"SELECT created_at, id FROM message WHERE direction = 'out' AND {chosen.text}",  # noqa: S608
        chosen.params,
    )
    await asyncio.to_thread(_delete, [_name(*row) for row in rows])


def _delete(names: Collection[str]) -> None:
    for name in names:
        (_folder() / name).unlink(missing_ok=True)


def _folder() -> Path:
    return settings().data_dir / OUTBOX


def _name(created_micros: int, message_id: int) -> str:
    return f"{from_micros(created_micros):%Y%m%dT%H%M%S%f}-message-{message_id}.eml"
