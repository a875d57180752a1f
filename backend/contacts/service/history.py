"""What the log says of a contact, told with the one that takes it in.

The facts stay as they were written: only whose story they belong to changes, and changes back.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.events import ContactTouched
from backend.contacts.sql import Sql, values_in
from backend.core.unit_of_work import UnitOfWork

_OTHERS = "about_type = 'Contact' AND about_id = ? AND about_id IS NOT NULL"
_OWN = "subject_type = 'Contact' AND subject_id = ?"


async def move_history(
    unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
) -> Sequence[int]:
    """Let the story of one contact belong to another one; ``keys`` are sequence numbers.

    With keys, those of them that are the one's are given to the other, whose own facts they may be:
    then they belong to no story but that of their subject again.
    """
    if keys is None:
        told = await _tell(unit, Sql(_OTHERS, (from_id,)), to_id)
        own = Sql(f"{_OWN} AND kind <> ? AND about_id IS NULL", (from_id, ContactTouched.kind))
        return sorted([*told, *await _tell(unit, own, to_id)])
    chosen = values_in("sequence", keys, unit.dialect)
    given = Sql(f"{_OTHERS} AND {chosen.text}", (from_id, *chosen.params))
    back = await _tell(unit, Sql(f"{given.text} AND {_OWN}", (*given.params, to_id)), None)
    return sorted([*back, *await _tell(unit, given, to_id)])


async def _tell(unit: UnitOfWork, which: Sql, contact_id: int | None) -> list[int]:
    rows = await unit.fetch(
        "UPDATE change SET about_type = ?, about_id = ? WHERE account_id = ? "  # noqa: S608
        f"AND {which.text} RETURNING sequence",
        (
            None if contact_id is None else "Contact",
            contact_id,
            unit.actor.account_id,
            *which.params,
        ),
    )
    return [row[0] for row in rows]
