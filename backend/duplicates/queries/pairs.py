"""Pairs of likely duplicates, the likeliest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.contacts.rows import NOTHING, Wanted
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.paging import Key, Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.duplicates.rows import PAIR_COLUMNS, PairedRow, PairRow

_SELECT = f"SELECT {PAIR_COLUMNS} FROM duplicate_pair WHERE account_id = ?"


async def pairs_page(
    actor: Actor, request: PageRequest, wanted: Wanted = NOTHING
) -> Page[PairedRow]:
    """Return a page of the pairs that are shown, with the lists of their contacts that are wanted.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    conditions, params = [_SELECT, "place > 0"], [actor.account_id]
    for cursor, argument, sign in (
        (request.after, "after", "<"),
        (request.before, "before", ">"),
    ):
        if cursor is not None:
            conditions.append(f"(place, id) {sign} (?, ?)")
            params += [int(value or 0) for value in decode_key(cursor, (int, int), (argument,))]
    direction = "ASC" if request.backward else "DESC"
    rows = await read.fetch(
        f"{' AND '.join(conditions)} ORDER BY place {direction}, id {direction} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    found = page_of(request, [PairRow(*row) for row in rows], lambda pair: (pair.place, pair.pk))
    pairs = await _with_contacts(actor, found.rows, wanted)
    keys: list[Key] = [(each.pair.place, each.pair.pk) for each in pairs]
    return Page(pairs, keys, found.has_next, found.has_previous)


async def count_pairs(actor: Actor) -> int:
    """Return how many pairs are shown."""
    actor.require(Permission.READ)
    return int(
        await read.fetch_value(
            "SELECT COUNT(*) FROM duplicate_pair WHERE account_id = ? AND place > 0",
            (actor.account_id,),
        )
    )


async def pairs_by_id(
    actor: Actor, ids: Collection[int], wanted: Wanted = NOTHING
) -> dict[int, PairedRow]:
    """Return those of some pairs that the account has, also dismissed ones."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(f"{_SELECT} AND {asked.text}", (actor.account_id, *asked.params))
    found = await _with_contacts(actor, [PairRow(*row) for row in rows], wanted)
    return {row.pair.pk: row for row in found}


async def pairs_of(actor: Actor, contact_ids: Collection[int]) -> list[PairRow]:
    """Return all pairs of some contacts, also those that are not shown."""
    actor.require(Permission.READ)
    first = values_in("first_contact_id", contact_ids, read.dialect)
    second = values_in("second_contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        f"{_SELECT} AND {first.text} UNION {_SELECT} AND {second.text}",
        (actor.account_id, *first.params, actor.account_id, *second.params),
    )
    return [PairRow(*row) for row in rows]


async def _with_contacts(actor: Actor, pairs: Sequence[PairRow], wanted: Wanted) -> list[PairedRow]:
    keys = {key for pair in pairs for key in (pair.first_key, pair.second_key)}
    found = await contacts_by_id(actor, keys, wanted)
    return [
        PairedRow(pair, found[pair.first_key], found[pair.second_key])
        for pair in pairs
        if pair.first_key in found and pair.second_key in found
    ]
