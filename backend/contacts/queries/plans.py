"""The ways to some rows of a list, each a statement or two; ``walking`` chooses among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from backend.contacts.compiling import Candidates, Compiled
from backend.contacts.sorting import Place
from backend.contacts.sql import Sql
from backend.contacts.stretches import Stretch
from backend.core.database import read

SHORT_STRIDE = 500
"""How many rows of an index are asked first where many are likely to match."""

SMALL_SET = 12_000
"""Up to here a set is gathered and sorted at once."""

STRIDE = 6_000
"""How many rows of an index are asked before a larger set is gathered after all."""

MAX_SETS = 2
"""How many parts of a filter are tried for a small set."""

COMPARED = 50_000
"""Up to here sets are counted to find the smallest."""

Row = tuple[Any, ...]


def place_of(row: Row) -> Place:
    """Return where a row stands: its last two columns."""
    return row[-2], row[-1]


async def smallest_set(compiled: Compiled) -> Candidates | None:
    """Return the smallest set that the list lies within, None when it has none."""
    sets = compiled.sets()[:MAX_SETS]
    if len(sets) < 2:
        return sets[0] if sets else None
    sizes = [
        await read.fetch_value(
            f"SELECT COUNT(*) FROM (SELECT id FROM ({each.ids.text}) AS chosen LIMIT ?) AS counted",
            (*each.ids.params, COMPARED),
        )
        for each in sets
    ]
    return sets[sizes.index(min(sizes))]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked of a list. ``columns`` end with the place; ``order`` is for what is sorted."""

    compiled: Compiled
    parts: Sequence[Stretch]
    columns: str
    order: str
    limit: int
    offset: int = 0

    async def index(self) -> list[Row]:
        rows: list[Row] = []
        for part in self.parts:
            rows += await self._walk(part, self.limit - len(rows))
            if len(rows) >= self.limit:
                break
        return rows

    async def _walk(self, part: Stretch, limit: int) -> list[Row]:
        where = _and(self.compiled.condition(), part)
        return await read.fetch(
            f"SELECT {self.columns} FROM contact WHERE {where.text} ORDER BY {part.order} LIMIT ?",
            (*where.params, limit),
        )

    async def small_set(self, chosen: Candidates) -> list[Row] | None:
        """Return None when the set is not small, else the rows in any order."""
        where = _all(chosen.rest, _any(self.parts))
        # The count comes along even with no row, and stops the work when the set was cut short.
        # Only places are sorted; the other columns are read of the few rows that are left.
        rows = await read.fetch(
            f"WITH hit AS MATERIALIZED (SELECT id FROM ({chosen.ids.text}) AS chosen LIMIT ?), "
            "counted AS MATERIALIZED (SELECT COUNT(*) AS hits FROM hit), "
            "page AS (SELECT contact.id FROM hit CROSS JOIN contact "
            "WHERE (SELECT hits FROM counted) <= ? AND contact.id = hit.id "
            f"AND {where.text} ORDER BY {self.order} LIMIT ?) "
            f"SELECT counted.hits, {self.columns} FROM counted "
            "LEFT JOIN page ON 1 = 1 LEFT JOIN contact ON contact.id = page.id",
            (*chosen.ids.params, SMALL_SET + 1, SMALL_SET, *where.params, self.limit),
        )
        if rows[0][0] > SMALL_SET:
            return None
        return [row[1:] for row in rows if row[-1] is not None]

    async def stride(self, length: int) -> list[Row] | None:
        """Return None when too few rows of one stride match and there are more behind it."""
        rows: list[Row] = []
        for part in self.parts:
            end = await self._end_of_stride(part, length)
            reached = part if end is None else part.up_to(end)
            rows += await self._walk(reached, self.limit - len(rows))
            if len(rows) >= self.limit:
                return rows
            if end is not None:
                return None
        return rows

    async def _end_of_stride(self, part: Stretch, length: int) -> Place | None:
        live = Sql(
            "contact.account_id = ? AND contact.deleted_at IS NULL", (self.compiled.account_id,)
        )
        where = _and(live, part)
        row = await read.fetch_one(
            f"SELECT contact.{part.column}, contact.id FROM contact WHERE {where.text} "
            f"ORDER BY {part.order} LIMIT 1 OFFSET ?",
            (*where.params, length),
        )
        return None if row is None else place_of(row)

    async def whole_set(self, chosen: Candidates | None) -> list[Row]:
        """Return the rows in any order."""
        rows = self._rows_of(chosen)
        return await read.fetch(
            f"SELECT {self.columns} FROM (SELECT contact.id FROM {rows.text} "
            f"ORDER BY {self.order} LIMIT ? OFFSET ?) AS page "
            "CROSS JOIN contact WHERE contact.id = page.id",
            (*rows.params, self.limit, self.offset),
        )

    async def count(self, chosen: Candidates | None) -> int:
        rows = self._rows_of(chosen)
        return int(await read.fetch_value(f"SELECT COUNT(*) FROM {rows.text}", rows.params))

    async def ids(self, chosen: Candidates | None) -> list[int]:
        rows = self._rows_of(chosen)
        found = await read.fetch(f"SELECT contact.id FROM {rows.text}", rows.params)
        return sorted(row[0] for row in found)

    def _rows_of(self, chosen: Candidates | None) -> Sql:
        between = _any(self.parts)
        if chosen is None:
            where = _all(self.compiled.scan_condition(), between)
            return Sql(f"contact WHERE {where.text}", where.params)
        where = _all(chosen.rest, between)
        return Sql(
            f"({chosen.ids.text}) AS hit CROSS JOIN contact "
            f"WHERE contact.id = hit.id AND {where.text}",
            (*chosen.ids.params, *where.params),
        )

    async def nth_of_index(self) -> Place | None:
        left = self.offset
        for part in self.parts:
            where = _and(self.compiled.condition(), part)
            row = await read.fetch_one(
                f"SELECT {self.columns} FROM contact WHERE {where.text} "
                f"ORDER BY {part.order} LIMIT 1 OFFSET ?",
                (*where.params, left),
            )
            if row is not None:
                return place_of(row)
            left -= await replace(self, parts=(part,)).count(None)
        return None


def _all(left: Sql, right: Sql) -> Sql:
    return Sql(f"{left.text} AND {right.text}", (*left.params, *right.params))


def _and(where: Sql, part: Stretch) -> Sql:
    return _all(where, Sql(part.condition, part.params)) if part.condition else where


def _any(parts: Sequence[Stretch]) -> Sql:
    """Return the condition of lying in one of the stretches."""
    if any(not part.condition for part in parts):
        return Sql("1 = 1")
    return Sql(
        "(" + " OR ".join(part.condition for part in parts) + ")",
        tuple(param for part in parts for param in part.params),
    )
