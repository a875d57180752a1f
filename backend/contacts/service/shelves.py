"""Which shelf a contact comes onto, on SQLite: always the one of who stands before it in the list.

So shelves never fall along a list by given name, whatever is written in whichever order, and no key
is kept for them: nothing that an erased contact could be known by. Who has shelf 0 is on none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import orjson

from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork

_NEAR = (
    "SELECT near.shelf FROM contact AS near WHERE near.account_id = ? AND near.deleted_at IS NULL"
)
_UP, _DOWN = "near.given_key, near.id", "near.given_key DESC, near.id DESC"


def shelf_at(key: str, contact_id: str) -> str:
    """Return the expression of the shelf of a place: its key and its id, expressions both.

    Its parameters are the account, the place, and both again.
    """
    place = f"({key}, {contact_id})"
    return (
        f"COALESCE(({_NEAR} AND (near.given_key, near.id) < {place} ORDER BY {_DOWN} LIMIT 1), "
        f"({_NEAR} AND (near.given_key, near.id) > {place} ORDER BY {_UP} LIMIT 1), 0)"
    )


async def shelves_for_new(unit: UnitOfWork, keys: Sequence[str]) -> list[int]:
    """Return the shelves of contacts that are not there yet, by what they sort by."""
    account_id = unit.actor.account_id
    if unit.dialect != "sqlite" or not await _has_shelves(unit):
        return [0] * len(keys)
    newest = 1 << 62  # of one key the newest stands last
    rows = await unit.fetch(
        f"SELECT {shelf_at('each.value', '?')} FROM json_each(?) AS each ORDER BY each.key",  # noqa: S608
        (account_id, newest, account_id, newest, orjson.dumps(keys).decode()),
    )
    return [row[0] for row in rows]


async def find_shelves(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Give contacts a shelf that are deleted and will not be any more: before they are back."""
    if unit.dialect != "sqlite":
        return
    account_id = unit.actor.account_id
    own = values_in("contact.id", contact_ids, unit.dialect)
    await unit.execute(
        f"UPDATE contact SET shelf = {shelf_at('contact.given_key', 'contact.id')} "  # noqa: S608
        f"WHERE account_id = ? AND deleted_at IS NOT NULL AND {own.text}",
        (account_id, account_id, account_id, *own.params),
    )


async def _has_shelves(unit: UnitOfWork) -> bool:
    rows = await unit.fetch(f"{_NEAR} ORDER BY {_DOWN} LIMIT 1", (unit.actor.account_id,))
    return bool(rows and rows[0][0])
