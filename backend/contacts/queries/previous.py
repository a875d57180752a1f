"""Who stands right before each of some contacts of a list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from backend.contacts.compiling import Compiled
from backend.contacts.queries.plans import place_of
from backend.contacts.queries.walking import small_list, walk
from backend.contacts.sorting import EMPTY_KEY, ContactSort, Place
from backend.contacts.sql import values_in
from backend.core.database import read

MOST_WALKS = 20
"""How many contacts of a large filtered list are placed one by one."""


async def previous_ids(
    compiled: Compiled, sort: ContactSort, places: Mapping[int, Place]
) -> dict[int, int | None] | None:
    """Return who stands before each contact, by id; None when it would take too long to say.

    A statement for all, except in a large filtered list and in one by a custom field.
    """
    if not places:
        return {}
    if compiled.is_plain and sort.custom_field is None:
        return await _in_index(compiled, sort, list(places))
    whole = None if compiled.is_plain else await small_list(compiled, sort)
    if whole is not None:
        return _in_small_list(whole, places)
    if len(places) > MOST_WALKS:
        return None
    found: dict[int, int | None] = {}
    for key, place in places.items():
        rows = await walk(compiled, sort, limit=1, backward=True, before=place)
        found[key] = place_of(rows[0])[1] if rows else None
    return found


def _in_small_list(whole: Sequence[Place], places: Mapping[int, Place]) -> dict[int, int | None]:
    order = {key: index for index, (_, key) in enumerate(whole)}
    return {key: whole[order[key] - 1][1] if order.get(key) else None for key in places}


async def _in_index(
    compiled: Compiled, sort: ContactSort, ids: Collection[int]
) -> dict[int, int | None]:
    own = values_in("mine.id", ids, compiled.dialect)
    beside = _one_beside(sort)
    rows = await read.fetch(
        f"SELECT mine.id, {beside} FROM contact AS mine WHERE mine.account_id = ? AND {own.text}",
        (compiled.account_id, *own.params),
    )
    return {row[0]: row[1] for row in rows}


def _one_beside(sort: ContactSort) -> str:
    """Return the expression for the id of the row before the row ``mine``, read from the index."""
    column, direction = sort.column, "ASC" if sort.descending else "DESC"
    comparison = ">" if sort.descending else "<"

    def nearest(condition: str) -> str:
        return (
            "(SELECT contact.id FROM contact WHERE contact.account_id = mine.account_id "
            f"AND contact.deleted_at IS NULL AND {condition} "
            f"ORDER BY contact.{column} {direction}, contact.id {direction} LIMIT 1)"
        )

    beside = f"(contact.{column}, contact.id) {comparison} (mine.{column}, mine.id)"
    if not (sort.is_text and sort.descending):
        return nearest(beside)
    # What is empty stands last: before the first of it stands the last of what is not.
    is_text, is_empty = f"contact.{column} < '{EMPTY_KEY}'", f"contact.{column} >= '{EMPTY_KEY}'"
    return (
        f"CASE WHEN mine.{column} >= '{EMPTY_KEY}' "
        f"THEN COALESCE({nearest(f'{beside} AND {is_empty}')}, {nearest(is_text)}) "
        f"ELSE {nearest(f'{beside} AND {is_text}')} END"
    )
