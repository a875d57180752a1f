"""The rows that contacts are found by, and on SQLite the index over them.

All writes of ``contact_search`` are here: on SQLite they keep the FTS5 index in step by hand (see
the migration for why not by triggers), on PostgreSQL the GIN index keeps itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.contacts.search_keys import search_key, search_scope
from backend.contacts.sql import Sql, values_in
from backend.core.unit_of_work import UnitOfWork

_COLUMNS = ("id", "scope", "text")


async def index_contacts(unit: UnitOfWork, texts: Sequence[tuple[int, str]]) -> None:
    """Make contacts findable that were not: their ids and texts."""
    account_id = unit.actor.account_id
    scope = search_scope(account_id)
    rows = [(search_key(account_id, key), scope, text) for key, text in texts]
    await unit.insert_rows("contact_search", _COLUMNS, rows)
    if unit.dialect == "sqlite":
        await unit.insert_rows(
            "contact_search_index", ("rowid", "text"), [(row[0], row[2]) for row in rows]
        )


async def reindex_contacts(unit: UnitOfWork, texts: Sequence[tuple[int, str]]) -> None:
    """Give contacts that are not deleted another text to be found by."""
    await _remove(unit, _keys(unit, [key for key, _ in texts], deleted=False))
    await index_contacts(unit, texts)


async def unindex_contacts(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts that are not deleted be found nowhere."""
    await _remove(unit, _keys(unit, contact_ids, deleted=False))


async def move_to_trash(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts be found in the trash alone."""
    await _move(unit, contact_ids, deleted=False)


async def move_from_trash(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts of the trash be found as others are."""
    await _move(unit, contact_ids, deleted=True)


async def forget_contacts(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts of the trash be found no more."""
    await _remove(unit, _keys(unit, contact_ids, deleted=True))


async def _move(unit: UnitOfWork, contact_ids: Collection[int], *, deleted: bool) -> None:
    before = _keys(unit, contact_ids, deleted=deleted)
    await _unindex(unit, before)
    await unit.execute(
        f"UPDATE contact_search SET id = -id, scope = -scope WHERE {before.text}",  # noqa: S608
        before.params,
    )
    if unit.dialect == "sqlite":
        after = _keys(unit, contact_ids, deleted=not deleted)
        await unit.execute(
            "INSERT INTO contact_search_index (rowid, text) "  # noqa: S608
            f"SELECT id, text FROM contact_search WHERE {after.text}",
            after.params,
        )


async def _remove(unit: UnitOfWork, keys: Sql) -> None:
    await _unindex(unit, keys)
    await unit.execute(f"DELETE FROM contact_search WHERE {keys.text}", keys.params)  # noqa: S608


async def _unindex(unit: UnitOfWork, keys: Sql) -> None:
    """FTS5 must be told the text that it forgets: before the row changes."""
    if unit.dialect == "sqlite":
        await unit.execute(
            "INSERT INTO contact_search_index (contact_search_index, rowid, text) "  # noqa: S608
            f"SELECT 'delete', id, text FROM contact_search WHERE {keys.text}",
            keys.params,
        )


def _keys(unit: UnitOfWork, contact_ids: Collection[int], *, deleted: bool) -> Sql:
    account_id = unit.actor.account_id
    keys = [search_key(account_id, key, deleted=deleted) for key in contact_ids]
    return values_in("id", keys, unit.dialect)
