"""Some rows of a list, in its order, whatever the filter: the plan is chosen here.

1. A list that an index holds as it is, is walked: it costs what it returns. One that a search alone
   chooses is read as ``searching`` says, and ``sampled`` on PostgreSQL.
2. Where many are likely to match, the index is walked a short way, asking the filter of each row.
3. Else the set of the filter's most selective part is gathered, if it has few, and sorted.
4. Else the index is walked a long way: many match, or the set would have few. Unless they lie
   together at the other end, and then:
5. a set is gathered and sorted if it is small,
6. and the smallest set, however large.

Measured at a million contacts; see ``decisions``.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.compiling import Compiled
from backend.contacts.queries import plans
from backend.contacts.queries.plans import Plan, Row, place_of, smallest_set
from backend.contacts.queries.sampled import sampled_rows
from backend.contacts.queries.searching import search_rows
from backend.contacts.sorting import ContactSort, Place, in_order
from backend.contacts.stretches import Stretch, order_of, stretches


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
    order = order_of(sort, backward=backward)
    plan = Plan(compiled, sort, parts, columns=columns, order=order, limit=limit)
    if compiled.is_plain:
        return await plan.index()
    sets, has_index = compiled.sets(), compiled.deleted is False
    search = compiled.only_search
    if search is not None and sort.custom_field is None:
        by = search_rows if compiled.dialect == "sqlite" else sampled_rows
        found = await by(plan, search, sets[0])
        return _in_order(sort, found, backward=backward)[:limit]
    if has_index and sets and sets[0].is_likely_broad:
        rows = await plan.stride(plans.SHORT_STRIDE)
        if rows is not None:
            return rows
    # PostgreSQL's index of texts finds all matches before it gives one: once is enough.
    few = plans.FEW if has_index and compiled.dialect == "sqlite" else plans.SMALL_SET
    for chosen in sets[: plans.MAX_SETS]:
        rows = await plan.small_set(chosen, few)
        if rows is not None:
            return _in_order(sort, rows, backward=backward)
    if has_index:
        rows = await plan.stride(plans.STRIDE)
        if rows is not None:
            return rows
    for chosen in sets[: plans.MAX_SETS] if few < plans.SMALL_SET else ():
        rows = await plan.small_set(chosen)
        if rows is not None:
            return _in_order(sort, rows, backward=backward)
    rows = await plan.whole_set(await smallest_set(compiled))
    return _in_order(sort, rows, backward=backward)


def _in_order(sort: ContactSort, rows: list[Row], *, backward: bool) -> list[Row]:
    found = in_order(sort, rows, place_of)
    return found[::-1] if backward else found


async def small_list(compiled: Compiled, sort: ContactSort) -> list[Place] | None:
    """Return the places of the whole list when it lies within a small set, else None."""
    limit, order = plans.SMALL_SET, order_of(sort)
    plan = Plan(compiled, sort, stretches(sort), order=order, limit=limit)
    for chosen in compiled.sets()[: plans.MAX_SETS]:
        rows = await plan.small_set(chosen)
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
    plan = Plan(compiled, sort, parts, order=order, limit=1, offset=offset)
    if compiled.is_plain:
        return await plan.nth_of_index()
    rows = await plan.whole_set(await smallest_set(compiled))
    return place_of(rows[0]) if rows else None


async def count_list(compiled: Compiled) -> int:
    """Return how many rows the list has, counted one by one."""
    return await _count(compiled, ContactSort(), stretches(ContactSort()))


async def list_ids(compiled: Compiled) -> list[int]:
    """Return the ids of all rows of the list, oldest first."""
    plan = Plan(compiled, ContactSort(), stretches(ContactSort()))
    return await plan.ids(await smallest_set(compiled))


async def count_before(compiled: Compiled, sort: ContactSort, place: Place) -> int:
    """Return how many rows of the list stand before a place, counted one by one."""
    return await _count(compiled, sort, stretches(sort, before=place))


async def _count(compiled: Compiled, sort: ContactSort, parts: Sequence[Stretch]) -> int:
    plan = Plan(compiled, sort, parts)
    if compiled.is_plain:
        return await plan.count_of_index()
    return await plan.count(await smallest_set(compiled))
