"""Messages whose texts were rewritten, found by what they say now."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.rules.kinds import Direction
from backend.inbox.service.outbox import forget_letters_of
from backend.inbox.service.search_index import forget_found, index_message, text_to_find


async def index_anew(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Let messages be found by their present texts, and by whom they are from or to; letters of
    the outbox that still say it otherwise go.
    """
    await forget_letters_of(unit, ids)
    await forget_found(unit, ids)
    own = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        "SELECT id, thread_id, direction, subject, text, from_name, from_address, recipients "  # noqa: S608
        f"FROM message WHERE {own.text}",
        own.params,
    )
    for key, thread_id, direction, subject, text, name, address, recipients in rows:
        others = [(address, name)]
        if direction == Direction.OUT:
            others = orjson.loads(recipients)
        found = text_to_find(
            subject, [each or "" for _, each in others], [each for each, _ in others], text
        )
        await index_message(unit, thread_id, key, found)
