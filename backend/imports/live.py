"""Following one import: its changes by the account's history, its progress by looking.

What a running import has done is in its row, written with each batch. It is not in the history:
nobody would read there how far an import was at some moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import dataclass

from backend.core.change_log import Change, current_sequence, encode_cursor
from backend.core.feed import feed
from backend.core.permissions import Actor
from backend.imports.queries import imports_by_id
from backend.imports.rows import ImportRow

LOOK_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class SeenImport:
    """An import as it was at a place in the history; None when it is gone."""

    row: ImportRow | None
    cursor: str


async def follow_import(actor: Actor, import_id: int) -> AsyncGenerator[SeenImport, None]:
    """Yield an import as it is, and again whenever that is something else, until it is gone."""
    start = await current_sequence(actor.account_id)
    async with aclosing(feed().follow(actor.account_id, start)) as batches:
        news = asyncio.ensure_future(anext(batches))
        try:
            seen: ImportRow | None = None
            while True:
                place = await current_sequence(actor.account_id)
                row = (await imports_by_id(actor, (import_id,))).get(import_id)
                if row is None or row != seen:
                    yield SeenImport(row, encode_cursor(place))
                if row is None:
                    return
                seen = row
                if row.is_at_work:
                    await asyncio.sleep(LOOK_SECONDS)
                    continue
                while not _is_about(await asyncio.shield(news), row):
                    news = asyncio.ensure_future(anext(batches))
                news = asyncio.ensure_future(anext(batches))
        finally:
            news.cancel()
            with suppress(asyncio.CancelledError, StopAsyncIteration):
                await news


def _is_about(changes: list[Change], row: ImportRow) -> bool:
    subjects = {("ContactImport", row.pk), ("Job", row.act_id)}
    return any((change.subject_type, change.subject_id) in subjects for change in changes)
