"""Merges, and the contacts that old ids stand for now."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.duplicates.rows import MERGE_COLUMNS, MergeRow

_SELECT = f"SELECT {MERGE_COLUMNS} FROM contact_merge WHERE account_id = ?"
LONGEST_CHAIN = 100


async def get_merge(actor: Actor, merge_id: int) -> MergeRow | None:
    """Return a merge of the account, None when there is none."""
    actor.require(Permission.READ)
    row = await read.fetch_one(f"{_SELECT} AND id = ?", (actor.account_id, merge_id))
    return MergeRow(*row) if row else None


async def merges_into(actor: Actor, contact_id: int) -> list[MergeRow]:
    """Return the merges that a contact took others in by, in their order."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_SELECT} AND kept_contact_id = ? ORDER BY id", (actor.account_id, contact_id)
    )
    return [MergeRow(*row) for row in rows]


async def merge_away(actor: Actor, contact_id: int) -> MergeRow | None:
    """Return the merge that took a contact in, None when it stands by itself."""
    actor.require(Permission.READ)
    row = await read.fetch_one(
        f"{_SELECT} AND other_contact_id = ?", (actor.account_id, contact_id)
    )
    return MergeRow(*row) if row else None


async def merged_into(actor: Actor, contact_ids: Collection[int]) -> dict[int, int]:
    """Return the merged ones of some ids, and the contacts that have it all now.

    A contact that took others in may have been taken in itself: one statement follows the chain.
    """
    actor.require(Permission.READ)
    if not contact_ids:
        return {}
    asked = values_in("other_contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        "WITH RECURSIVE chain (start, kept, depth) AS ("
        "SELECT other_contact_id, kept_contact_id, 1 FROM contact_merge "
        f"WHERE account_id = ? AND {asked.text} "
        "UNION ALL SELECT chain.start, next.kept_contact_id, chain.depth + 1 FROM chain "
        "JOIN contact_merge AS next ON next.other_contact_id = chain.kept WHERE chain.depth < ?) "
        "SELECT start, kept FROM chain ORDER BY depth",
        (actor.account_id, *asked.params, LONGEST_CHAIN),
    )
    return dict(rows)
