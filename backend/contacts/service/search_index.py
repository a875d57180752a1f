"""The rows that contacts are found by, and on SQLite the index over them.

All writes of ``contact_search`` are here: on SQLite they keep the FTS5 index in step by hand (see
the migration for why not by triggers), on PostgreSQL the GIN index keeps itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from backend.contacts.search_keys import search_key, search_scope, shelf_of
from backend.contacts.search_pairs import paired
from backend.contacts.sql import Sql, values_in
from backend.core.unit_of_work import UnitOfWork

_COLUMNS = ("id", "scope", "text")
_INDEX = "contact_search_index"

Found = Sequence[tuple[int, int, str]]
"""Rows of ``contact_search``: each contact, its key and its text, in the order of the keys."""


async def index_contacts(unit: UnitOfWork, texts: Sequence[tuple[int, str]]) -> None:
    """Make contacts findable that were not: their ids and texts. They have their shelves."""
    account_id = unit.actor.account_id
    shelves = await _shelves(unit, [key for key, _ in texts])
    scope = search_scope(account_id)
    rows = sorted(
        (search_key(account_id, key, shelf=shelves.get(key, 0)), scope, text) for key, text in texts
    )
    await unit.insert_rows("contact_search", _COLUMNS, rows)
    await _index(unit, [(key, text) for key, _, text in rows])


async def reindex_contacts(unit: UnitOfWork, texts: Sequence[tuple[int, str]]) -> None:
    """Give contacts that are not deleted, and stay where they are, another text to be found by."""
    await unindex_contacts(unit, [key for key, _ in texts])
    await index_contacts(unit, texts)


async def unindex_contacts(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts that are not deleted be found nowhere."""
    await _remove(unit, contact_ids, deleted=False)


async def forget_contacts(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts of the trash be found no more."""
    await _remove(unit, contact_ids, deleted=True)


async def move_to_trash(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts be found in the trash alone."""
    await _move(unit, contact_ids, deleted=False)


async def move_from_trash(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let contacts of the trash be found as others are. They have their shelves."""
    await _move(unit, contact_ids, deleted=True)


async def change_shelves(unit: UnitOfWork, shelves: Mapping[int, int]) -> None:
    """Put contacts that are not deleted onto other shelves, on SQLite."""
    account_id = unit.actor.account_id
    found = await _found(unit, shelves, deleted=False)
    await unit.execute_many(
        "UPDATE contact SET shelf = ? WHERE id = ?", [(to, key) for key, to in shelves.items()]
    )
    moved = {key: search_key(account_id, key, shelf=to) for key, to in shelves.items()}
    await _change_keys(unit, found, moved, search_scope(account_id))


async def _move(unit: UnitOfWork, contact_ids: Collection[int], *, deleted: bool) -> None:
    """Move contacts into the trash, or out of it those that are in it, ``deleted``."""
    if unit.dialect != "sqlite":
        before = _keys(unit, contact_ids, deleted=deleted)
        await unit.execute(
            f"UPDATE contact_search SET id = -id, scope = -scope WHERE {before.text}",  # noqa: S608
            before.params,
        )
        return
    account_id = unit.actor.account_id
    found = await _found(unit, contact_ids, deleted=deleted)
    shelves = await _shelves(unit, contact_ids) if deleted else {}
    moved = {
        key: search_key(account_id, key, deleted=not deleted, shelf=shelves.get(key, 0))
        for key in contact_ids
    }
    await _change_keys(unit, found, moved, search_scope(account_id, deleted=not deleted))


async def _change_keys(
    unit: UnitOfWork, found: Found, moved: Mapping[int, int], scope: int
) -> None:
    await _unindex(unit, found)
    await unit.execute_many(
        "UPDATE contact_search SET id = ?, scope = ? WHERE id = ?",
        [(moved[contact], scope, key) for contact, key, _ in found],
    )
    await _index(unit, sorted((moved[contact], text) for contact, _, text in found))


async def _remove(unit: UnitOfWork, contact_ids: Collection[int], *, deleted: bool) -> None:
    if unit.dialect != "sqlite":
        keys = _keys(unit, contact_ids, deleted=deleted)
        await unit.execute(f"DELETE FROM contact_search WHERE {keys.text}", keys.params)  # noqa: S608
        return
    found = await _found(unit, contact_ids, deleted=deleted)
    await _unindex(unit, found)
    await unit.execute_many("DELETE FROM contact_search WHERE id = ?", [(row[1],) for row in found])


async def _index(unit: UnitOfWork, rows: Sequence[tuple[int, str]]) -> None:
    """Rows are in the order of their keys: FTS5 writes out what it holds when one is not."""
    if unit.dialect == "sqlite":
        written = [(key, _written(key, text)) for key, text in rows]
        await unit.insert_rows(_INDEX, ("rowid", "text"), written)


async def _unindex(unit: UnitOfWork, found: Found) -> None:
    """FTS5 must be told the text that it forgets."""
    gone = [("delete", key, _written(key, text)) for _, key, text in found]
    await unit.insert_rows(_INDEX, (_INDEX, "rowid", "text"), gone)


def _written(key: int, text: str) -> str:
    """Return what the index has of a text: on shelves also its numbers and addresses in pairs."""
    pairs = paired(text) if shelf_of(key) else ""
    return f"{text} {pairs}" if pairs else text


async def _found(unit: UnitOfWork, contact_ids: Collection[int], *, deleted: bool) -> Found:
    account_id = unit.actor.account_id
    shelves = {} if deleted else await _shelves(unit, contact_ids)
    contacts = {
        search_key(account_id, key, deleted=deleted, shelf=shelves.get(key, 0)): key
        for key in contact_ids
    }
    own = values_in("id", contacts, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id, text FROM contact_search WHERE {own.text} ORDER BY id",  # noqa: S608
        own.params,
    )
    return [(contacts[key], key, text) for key, text in rows]


async def _shelves(unit: UnitOfWork, contact_ids: Collection[int]) -> dict[int, int]:
    """Return the shelves of those of some contacts that are on one."""
    if unit.dialect != "sqlite":
        return {}
    own = values_in("id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id, shelf FROM contact WHERE shelf > 0 AND {own.text}",  # noqa: S608
        own.params,
    )
    return dict(rows)


def _keys(unit: UnitOfWork, contact_ids: Collection[int], *, deleted: bool) -> Sql:
    """On PostgreSQL, where there are no shelves."""
    account_id = unit.actor.account_id
    keys = [search_key(account_id, key, deleted=deleted) for key in contact_ids]
    return values_in("id", keys, unit.dialect)
