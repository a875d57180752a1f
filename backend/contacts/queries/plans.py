"""The ways to some rows of a list, each a statement or two; ``walking`` chooses among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from backend.contacts.compiling import Candidates, Compiled
from backend.contacts.sorting import ContactSort, Place
from backend.contacts.sql import FALSE, TRUE, Sql, join
from backend.contacts.stretches import Part, Stretch
from backend.core.database import read

SHORT_STRIDE = 1_000
"""How many rows of an index are asked first where many are likely to match."""

FEW = 3_000
"""Up to here a set is gathered and sorted rather than a long way of the index walked."""

SMALL_SET = 12_000
"""Up to here a set is gathered and sorted at once."""

STRIDE = 6_000
"""How many rows of an index are asked before a larger set is gathered after all."""

RARE = 500
"""Where fewer than one in so many have no value of a field, they are not looked for one by one."""

MAX_SETS = 2
"""How many parts of a filter are tried for a small set."""

SMALL_ENOUGH = 2_000
"""A set of so few is taken without a look at the next one."""

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
    sizes: list[int] = []
    for each in sets:
        size = await read.fetch_value(
            f"SELECT COUNT(*) FROM (SELECT id FROM ({each.ids.text}) AS chosen LIMIT ?) AS counted",
            (*each.ids.params, COMPARED),
        )
        sizes.append(int(size))
        if size <= SMALL_ENOUGH:
            break
    return sets[sizes.index(min(sizes))]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked of a list: ``columns`` of ``contact``, then each row's place.

    ``order`` is for what is sorted. Whether ``told`` holds for a row of a small set is its first
    column.
    """

    compiled: Compiled
    sort: ContactSort
    parts: Sequence[Stretch]
    columns: str = ""
    order: str = "1"
    limit: int = 1
    offset: int = 0
    told: Sql | None = None

    @property
    def _own(self) -> str:
        return f"{self.columns}, " if self.columns else ""

    @property
    def found(self) -> str:
        """What is read of a row that was not found on a walk."""
        return f"{self._own}{self.sort.key}, contact.id"

    @property
    def _hit(self) -> str:
        """What is joined to a small set, row by row: PostgreSQL would read all there are."""
        if self.compiled.dialect == "sqlite":
            return "contact"
        return "LATERAL (SELECT * FROM contact WHERE id = hit.id OFFSET 0) AS contact"

    async def index(self) -> list[Row]:
        rows: list[Row] = []
        for part in self.parts:
            walked = part if part.part is not Part.EMPTY else await self._without_value(part)
            if walked is not None:
                rows += await self._walk(walked, self.limit - len(rows))
            if len(rows) >= self.limit:
                break
        return rows

    async def _without_value(self, part: Stretch) -> Stretch | None:
        """Return how to walk those without a value of the field, None when there are none."""
        if self.sort.custom_field is None:
            return part
        filled, live = await self._kept_counts(self.sort.custom_field)
        if live <= filled:
            return None
        is_rare = (live - filled) * RARE < live
        return replace(part, rare_on=self.compiled.dialect) if is_rare else part

    async def _kept_counts(self, field_id: int) -> tuple[int, int]:
        """Return how many contacts have a value of a field, and how many there are, trash aside."""
        row = await read.fetch_one(
            "SELECT custom_field.contact_count, contact_total.live FROM custom_field "
            "JOIN contact_total ON contact_total.account_id = custom_field.account_id "
            "WHERE custom_field.account_id = ? AND custom_field.id = ?",
            (self.compiled.account_id, field_id),
        )
        return (row[0], row[1]) if row else (0, 0)

    async def _walk(self, part: Stretch, limit: int) -> list[Row]:
        where = _and(self.compiled.condition(), part)
        return await read.fetch(
            f"SELECT {self._own}{part.place} FROM {part.source} WHERE {where.text} "
            f"ORDER BY {part.order} LIMIT ?",
            (*where.params, limit),
        )

    async def walked(self, asked: Sql, length: int) -> list[Row] | None:
        """Return the rows for which something holds; None when too few of so many of a stretch are
        such and more are behind them.

        ``asked`` knows no more of ``contact`` than the id. The sort is by a standard field.
        """
        rows: list[Row] = []
        for part in self.parts:
            wanted = self.limit - len(rows)
            found = await self._walked(part, asked, wanted, length)
            rows += found
            if len(found) == wanted:
                return rows
            if await self.goes_on_after(part, length):
                return None
        return rows

    async def _walked(self, part: Stretch, asked: Sql, wanted: int, length: int) -> list[Row]:
        # The inner statement reads nothing but the index, row by row as the outer asks for them.
        column, walked = self.sort.column, part.walked
        within = "" if walked.text == TRUE else f" AND {walked.text}"
        return await read.fetch(
            f"SELECT {self.found} FROM (SELECT contact.id FROM ("
            f"SELECT contact.{column}, contact.id FROM contact "
            f"WHERE contact.account_id = ? AND contact.deleted_at IS NULL{within} "
            f"ORDER BY {part.order} LIMIT ?) AS contact WHERE {asked.text} LIMIT ?) AS page "
            "CROSS JOIN contact WHERE contact.id = page.id",
            (self.compiled.account_id, *walked.params, length, *asked.params, wanted),
        )

    async def small_set(self, chosen: Candidates, most: int | None = None) -> list[Row] | None:
        """Return None when the set has more than ``most``, else the rows in any order."""
        most = SMALL_SET if most is None else min(most, SMALL_SET)
        where = _all(chosen.rest, _any(self.parts))
        told = Sql("") if self.told is None else Sql(f"{self.told.text}, ", self.told.params)
        # The count comes along even with no row, and stops the work when the set was cut short.
        # Only places are sorted; the other columns are read of the few rows that are left.
        rows = await read.fetch(
            f"WITH hit AS MATERIALIZED (SELECT id FROM ({chosen.ids.text}) AS chosen LIMIT ?), "
            "counted AS MATERIALIZED (SELECT COUNT(*) AS hits FROM hit), "
            f"page AS (SELECT contact.id FROM hit CROSS JOIN {self._hit}{self.sort.join} "
            "WHERE (SELECT hits FROM counted) <= ? AND contact.id = hit.id "
            f"AND {where.text} ORDER BY {self.order} LIMIT ?) "
            f"SELECT counted.hits, {told.text}{self.found} FROM counted LEFT JOIN page ON 1 = 1 "
            f"LEFT JOIN contact ON contact.id = page.id{self.sort.join}",
            (*chosen.ids.params, most + 1, most, *where.params, self.limit, *told.params),
        )
        if rows[0][0] > most:
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

    async def goes_on_after(self, part: Stretch, length: int) -> bool:
        """Whether a stretch has more than so many rows."""
        return await self._end_of_stride(part, length) is not None

    async def _end_of_stride(self, part: Stretch, length: int) -> Place | None:
        live = Sql(
            "contact.account_id = ? AND contact.deleted_at IS NULL", (self.compiled.account_id,)
        )
        where = _and(live, part)
        row = await read.fetch_one(
            f"SELECT {part.place} FROM {part.source} WHERE {where.text} "
            f"ORDER BY {part.order} LIMIT 1 OFFSET ?",
            (*where.params, length),
        )
        return None if row is None else place_of(row)

    async def whole_set(self, chosen: Candidates | None) -> list[Row]:
        """Return the rows in any order."""
        rows = self._rows_of(chosen)
        return await read.fetch(
            f"SELECT {self.found} FROM (SELECT contact.id FROM {rows.text} "
            f"ORDER BY {self.order} LIMIT ? OFFSET ?) AS page "
            f"CROSS JOIN contact{self.sort.join} WHERE contact.id = page.id",
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
            return Sql(f"contact{self.sort.join} WHERE {where.text}", where.params)
        where = _all(chosen.rest, between)
        return Sql(
            f"({chosen.ids.text}) AS hit CROSS JOIN contact{self.sort.join} "
            f"WHERE contact.id = hit.id AND {where.text}",
            (*chosen.ids.params, *where.params),
        )

    async def nth_of_index(self) -> Place | None:
        left = self.offset
        for each in self.parts:
            part = each if each.part is not Part.EMPTY else await self._without_value(each)
            if part is None:
                continue
            where = _and(self.compiled.condition(), part)
            row = await read.fetch_one(
                f"SELECT {part.place} FROM {part.source} WHERE {where.text} "
                f"ORDER BY {part.order} LIMIT 1 OFFSET ?",
                (*where.params, left),
            )
            if row is not None:
                return place_of(row)
            left -= await self._length(part)
        return None

    async def count_of_index(self) -> int:
        """Count the rows of the stretches of a list that its indexes hold as it is."""
        return sum([await self._length(part) for part in self.parts])

    async def _length(self, part: Stretch) -> int:
        if self.sort.custom_field is not None and not part.limits:
            filled, live = await self._kept_counts(self.sort.custom_field)
            return filled if part.part is Part.FILLED else live - filled
        where = _and(self.compiled.condition(), part)
        counting = f"SELECT COUNT(*) FROM {part.source} WHERE {where.text}"
        return int(await read.fetch_value(counting, where.params))


def _all(left: Sql, right: Sql) -> Sql:
    return Sql(f"{left.text} AND {right.text}", (*left.params, *right.params))


def _and(where: Sql, part: Stretch) -> Sql:
    walked = part.walked
    return where if walked.text == TRUE else _all(where, walked)


def _any(parts: Sequence[Stretch]) -> Sql:
    """Return the condition of lying in one of the stretches."""
    asked = [part.asked for part in parts]
    if any(each.text == TRUE for each in asked):
        return Sql(TRUE)
    return join(asked, " OR ", FALSE)
