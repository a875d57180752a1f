"""Cards whose titles were rewritten, found by what they say now."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.sql import values_in
from backend.core.folding import fold
from backend.core.unit_of_work import UnitOfWork


async def find_by_new_titles(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Let cards be found by their present titles."""
    own = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(f"SELECT title, id FROM card WHERE {own.text}", own.params)  # noqa: S608
    await unit.execute_many(
        "UPDATE card SET title_key = ? WHERE id = ?",
        [(fold(title or ""), key) for title, key in rows],
    )
