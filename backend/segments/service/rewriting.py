"""Saved filters whose names were rewritten from outside."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.sql import values_in
from backend.core.folding import fold
from backend.core.unit_of_work import UnitOfWork


async def fold_names_anew(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Let saved filters be told apart by their present names."""
    own = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(f"SELECT name, id FROM segment WHERE {own.text}", own.params)  # noqa: S608
    await unit.execute_many(
        "UPDATE segment SET folded_name = ? WHERE id = ?", [(fold(name), key) for name, key in rows]
    )
