"""The rows that messages are found by, and on SQLite the index over them.

All writes of ``message_search`` are here: on SQLite they keep the FTS5 index in step by hand, on
PostgreSQL the GIN index keeps itself.
"""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.search_keys import key_base, search_scope
from backend.contacts.search_text import search_text
from backend.contacts.sql import Sql, values_in
from backend.core.unit_of_work import UnitOfWork

MOST_WORDS = 2_000
"""Of a message's text; a letter of a whole book is found by how it begins."""
LONGEST_WORD = 60
"""Longer ones are keys and addresses of pages, which nobody types."""


def text_to_find(
    subject: str, people: Collection[str], addresses: Collection[str], text: str
) -> str:
    """Return the text that a message is found by."""
    words = [word for word in text.split()[:MOST_WORDS] if len(word) <= LONGEST_WORD]
    return search_text([subject, *people, " ".join(words)], addresses, ())


async def index_message(unit: UnitOfWork, thread_id: int, message_id: int, text: str) -> None:
    """Make a message findable."""
    account_id = unit.actor.account_id
    key = key_base(account_id) + message_id
    await unit.execute(
        "INSERT INTO message_search (id, scope, thread_id, text) VALUES (?, ?, ?, ?)",
        (key, search_scope(account_id), thread_id, text),
    )
    if unit.dialect == "sqlite":
        await unit.execute(
            "INSERT INTO message_search_index (rowid, text) VALUES (?, ?)", (key, text)
        )


async def move_found(unit: UnitOfWork, message_ids: Collection[int], thread_id: int) -> None:
    """Let messages be found in another thread."""
    base = key_base(unit.actor.account_id)
    chosen = values_in("id", [base + key for key in message_ids], unit.dialect)
    await unit.execute(
        f"UPDATE message_search SET thread_id = ? WHERE {chosen.text}",  # noqa: S608
        (thread_id, *chosen.params),
    )


async def forget_threads(unit: UnitOfWork, thread_ids: Collection[int]) -> None:
    """Let the messages of some threads be found no more."""
    await _forget(unit, values_in("thread_id", thread_ids, unit.dialect))


async def forget_found(unit: UnitOfWork, message_ids: Collection[int]) -> None:
    """Let some messages be found no more."""
    base = key_base(unit.actor.account_id)
    await _forget(unit, values_in("id", [base + key for key in message_ids], unit.dialect))


async def _forget(unit: UnitOfWork, chosen: Sql) -> None:
    if unit.dialect == "sqlite":
        # FTS5 must be told the text that it forgets: before the row goes.
        await unit.execute(
            "INSERT INTO message_search_index (message_search_index, rowid, text) "  # noqa: S608
            f"SELECT 'delete', id, text FROM message_search WHERE {chosen.text}",
            chosen.params,
        )
    await unit.execute(f"DELETE FROM message_search WHERE {chosen.text}", chosen.params)  # noqa: S608
