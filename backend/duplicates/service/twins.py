"""Contacts that others took in: the same person, still there until the merge is final."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork
from backend.duplicates.queries.merges import merges_into


async def taken_in_by(unit: UnitOfWork, contact_ids: Collection[int]) -> list[int]:
    """Return the contacts that some took in and whose rows are still there, those first that were
    taken in by one of them.
    """
    found: dict[int, None] = {}
    waiting = list(contact_ids)
    while waiting:
        for merge in await merges_into(unit.actor, waiting.pop()):
            if merge.other_key not in found:
                found[merge.other_key] = None
                waiting.append(merge.other_key)
    own = values_in("id", list(found), unit.dialect)
    rows = await unit.fetch(
        f"SELECT id FROM contact WHERE account_id = ? AND {own.text}",  # noqa: S608
        (unit.actor.account_id, *own.params),
    )
    there = {row[0] for row in rows}
    return [key for key in reversed(found) if key in there]
