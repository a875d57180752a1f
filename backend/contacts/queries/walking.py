"""Some rows of a list, in its order, whatever the filter: the plan is chosen here.

1. A list that an index holds as it is, is walked: it costs what it returns.
2. Else the set of the filter's most selective part is gathered, if it is small, and sorted.
3. Else the index is walked a bounded way, asking the filter of each row: many match, or the set
   would be small. Unless they lie together at the other end, and then:
4. the whole set is gathered and sorted.

Measured at a million contacts; see ``decisions``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from backend.contacts.compiling import Compiled, Sql
from backend.contacts.sorting import ContactSort, Place, in_order
from backend.contacts.stretches import Stretch, order_of, stretches
from backend.core.database import read

SMALL_SET = 5_000
"""Up to here a set is gathered and sorted at once."""

STRIDE = 4_000
"""How many rows of an index are asked before the set is gathered after all."""

MAX_SETS = 2
"""How many parts of a filter are tried for a small set."""

Row = tuple[Any, ...]


def place_of(row: Row) -> Place:
    """Return where a row of a walk stands: its last two columns."""
    return row[-2], row[-1]


async def walk(
    compiled: Compiled,
    sort: ContactSort,
    columns: str = "",
    *,
    limit: int,
    backward: bool = False,
    after: Place | None = None,
    before: Place | None = None,
) -> list[Row]:
    """Return up to ``limit`` rows of the list between two places, from the end when ``backward``.

    A row is the ``columns`` of ``contact`` asked for, then its place.
    """
    parts = stretches(sort, backward=backward, after=after, before=before)
    if not parts or limit <= 0:
        return []
    own = f"{columns}, " if columns else ""
    walking = _Walk(
        compiled,
        parts,
        columns=f"{own}contact.{sort.column}, contact.id",
        order=order_of(sort, backward=backward),
        limit=limit,
    )
    if compiled.is_plain:
        return await walking.index()
    sets = compiled.sets()
    for chosen in sets[:MAX_SETS]:
        rows = await walking.small_set(chosen)
        if rows is not None:
            found = in_order(sort, rows, place_of)
            return found[::-1] if backward else found
    if compiled.deleted is False:
        rows = await walking.stride()
        if rows is not None:
            return rows
    return await walking.whole_set(sets[0] if sets else None)


async def small_list(compiled: Compiled, sort: ContactSort) -> list[Place] | None:
    """Return the places of the whole list when it lies within a small set, else None."""
    columns, order = f"contact.{sort.column}, contact.id", order_of(sort)
    walking = _Walk(compiled, stretches(sort), columns=columns, order=order, limit=SMALL_SET)
    for chosen in compiled.sets()[:MAX_SETS]:
        rows = await walking.small_set(chosen)
        if rows is not None:
            return in_order(sort, map(place_of, rows), lambda place: place)
    return None


async def nth_place(
    compiled: Compiled, sort: ContactSort, offset: int, *, backward: bool = False
) -> Place | None:
    """Return the place of the row with ``offset`` others before it, or behind when ``backward``.

    The others are counted one by one.
    """
    parts = stretches(sort, backward=backward)
    order = order_of(sort, backward=backward)
    columns = f"contact.{sort.column}, contact.id"
    walking = _Walk(compiled, parts, columns=columns, order=order, limit=1, offset=offset)
    if compiled.is_plain:
        return await walking.nth_of_index()
    rows = await walking.whole_set(next(iter(compiled.sets()), None))
    return place_of(rows[0]) if rows else None


async def count_before(compiled: Compiled, sort: ContactSort, place: Place) -> int:
    """Return how many rows of the list stand before a place, counted one by one."""
    walking = _Walk(compiled, stretches(sort, before=place), columns="1", order="1", limit=1)
    return await walking.count(None if compiled.is_plain else next(iter(compiled.sets()), None))


@dataclass(frozen=True, slots=True)
class _Walk:
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
            f"SELECT {self.columns} FROM contact WHERE {where.text} "  # noqa: S608
            f"ORDER BY {part.order} LIMIT ?",
            (*where.params, limit),
        )

    async def small_set(self, chosen: Sql) -> list[Row] | None:
        """Return None when the set is not small."""
        where = _all(self.compiled.condition(), _any(self.parts))
        # The count comes along even with no row: a set cut short says nothing about the list.
        rows = await read.fetch(
            f"WITH hit AS MATERIALIZED (SELECT id FROM ({chosen.text}) AS chosen LIMIT ?), "  # noqa: S608
            f"page AS (SELECT {self.columns} FROM hit CROSS JOIN contact "
            f"WHERE contact.id = hit.id AND {where.text} ORDER BY {self.order} LIMIT ?) "
            "SELECT counted.hits, page.* FROM (SELECT COUNT(*) AS hits FROM hit) AS counted "
            "LEFT JOIN page ON 1 = 1",
            (*chosen.params, SMALL_SET + 1, *where.params, self.limit),
        )
        if rows[0][0] > SMALL_SET:
            return None
        return [row[1:] for row in rows if row[-1] is not None]

    async def stride(self) -> list[Row] | None:
        """Return None when too few rows of one stride match and there are more behind it."""
        rows: list[Row] = []
        for part in self.parts:
            end = await self._end_of_stride(part)
            reached = part if end is None else part.up_to(end)
            rows += await self._walk(reached, self.limit - len(rows))
            if len(rows) >= self.limit:
                return rows
            if end is not None:
                return None
        return rows

    async def _end_of_stride(self, part: Stretch) -> Place | None:
        live = Sql(
            "contact.account_id = ? AND contact.deleted_at IS NULL", (self.compiled.account_id,)
        )
        where = _and(live, part)
        row = await read.fetch_one(
            f"SELECT contact.{part.column}, contact.id FROM contact WHERE {where.text} "  # noqa: S608
            f"ORDER BY {part.order} LIMIT 1 OFFSET ?",
            (*where.params, STRIDE),
        )
        return None if row is None else place_of(row)

    async def whole_set(self, chosen: Sql | None) -> list[Row]:
        rows = self._rows_of(chosen)
        return await read.fetch(
            f"SELECT {self.columns} FROM {rows.text} ORDER BY {self.order} LIMIT ? OFFSET ?",  # noqa: S608
            (*rows.params, self.limit, self.offset),
        )

    async def count(self, chosen: Sql | None) -> int:
        rows = self._rows_of(chosen)
        return int(await read.fetch_value(f"SELECT COUNT(*) FROM {rows.text}", rows.params))  # noqa: S608

    def _rows_of(self, chosen: Sql | None) -> Sql:
        where = _all(self.compiled.condition(), _any(self.parts))
        if chosen is None:
            return Sql(f"contact WHERE {where.text}", where.params)
        return Sql(
            f"({chosen.text}) AS hit CROSS JOIN contact WHERE contact.id = hit.id AND {where.text}",
            (*chosen.params, *where.params),
        )

    async def nth_of_index(self) -> Place | None:
        left = self.offset
        for part in self.parts:
            where = _and(self.compiled.condition(), part)
            row = await read.fetch_one(
                f"SELECT {self.columns} FROM contact WHERE {where.text} "  # noqa: S608
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
