"""Some rows of a list by given name that a search alone chooses, on SQLite, from its shelves.

The index gives the matches of a search in the order of its keys: shelf after shelf, and shelves
stand in the order of the list. So a page is read as soon as it is full and its last shelf is
through, however many matches there are behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.contacts.filters import Search
from backend.contacts.queries.plans import Plan, Row
from backend.contacts.search_keys import ID_BITS, ID_MASK, SHELVES, key_base
from backend.contacts.search_pairs import is_told_by_pairs, windows
from backend.contacts.search_sql import near_match, needles_of, search_condition
from backend.contacts.sorting import EMPTY_KEY, ContactSortField, Place
from backend.contacts.sql import TRUE, Sql
from backend.contacts.stretches import Part, Stretch
from backend.core.database import read

MORE = 4
"""How many times as many matches as are missing are read, more each time, where some of those that
were read are not what was searched for."""
MOST = 6_000
"""From so many on another way is better."""
MOST_OF_SHELF = 400
"""Where so many of one shelf match, a walk meets them sooner."""
_LIVE = "FROM contact AS near WHERE near.account_id = ? AND near.deleted_at IS NULL"
_UP, _DOWN = "near.given_key, near.id", "near.given_key DESC, near.id DESC"
_FIRST = f"(SELECT near.shelf {_LIVE} ORDER BY {_UP} LIMIT 1)"
_LAST = f"(SELECT near.shelf {_LIVE} ORDER BY {_DOWN} LIMIT 1)"
_BEFORE = (
    f"(SELECT near.shelf {_LIVE} AND (near.given_key, near.id) <= (?, ?) ORDER BY {_DOWN} LIMIT 1)"
)
_AFTER = (
    f"(SELECT near.shelf {_LIVE} AND (near.given_key, near.id) >= (?, ?) ORDER BY {_UP} LIMIT 1)"
)


async def shelved_rows(plan: Plan, search: Search) -> list[Row] | None:
    """Return the first rows of the plan in any order; None when shelves do not help."""
    sort = plan.sort
    if sort.field is not ContactSortField.GIVEN_NAME or sort.custom_field is not None:
        return None
    match, asked = _match(plan, search)
    rows: list[Row] = []
    for part in plan.parts:
        found = await _read(plan, part, match, asked, plan.limit - len(rows))
        if found is None:
            return None
        rows += found
        if len(rows) >= plan.limit:
            break
    return rows


def _match(plan: Plan, search: Search) -> tuple[str, Sql]:
    """Return what the index is asked, and what is asked of those it finds.

    Rare pieces of a word (see ``rarity``) do not help: what they find has to be looked at.
    """
    asked = search.asked
    pieces = {each: told for each in needles_of(asked) if (told := windows(each)) is not None}
    match = near_match(asked, pieces)
    if all(map(is_told_by_pairs, pieces)):
        return match, Sql(TRUE)
    account_id = plan.compiled.account_id
    return match, search_condition(account_id, asked, deleted=False, dialect="sqlite")


async def _read(plan: Plan, part: Stretch, match: str, asked: Sql, wanted: int) -> list[Row] | None:
    """Return the first rows of a stretch, or more of them; None when shelves do not help."""
    rows: list[Row] = []
    low, high = _bounds(plan.compiled.account_id, part)
    look, factor = _Look(low, high, wanted, is_whole=not part.limits), 1
    while look.enough <= MOST:
        answer = await read.fetch(*_statement(plan, part, match, asked, look))
        has_shelves, end, of_a_shelf = answer[0][:3]
        if not has_shelves or of_a_shelf == MOST_OF_SHELF:
            return None
        rows += [row[3:] for row in answer if row[-1] is not None]
        if end is None or len(rows) >= wanted:
            return rows
        factor *= MORE
        look = look.behind(end, factor * (wanted - len(rows)), descending=part.descending)
    return None


@dataclass(frozen=True, slots=True)
class _Look:
    """Between which keys matches are read, and how many are likely enough.

    ``is_whole``: none of the first shelf stands before what is asked for.
    """

    low: Sql
    high: Sql
    enough: int
    is_whole: bool

    def behind(self, end: int, enough: int, *, descending: bool) -> _Look:
        """Return how to look for more, from a key on where a shelf begins."""
        edge = Sql("?", (end,))
        if descending:
            return _Look(self.low, edge, enough, is_whole=True)
        return _Look(edge, self.high, enough, is_whole=True)


@dataclass(frozen=True, slots=True)
class _Way:
    """What differs between two directions. ``first`` are the least and the greatest key of the
    first shelf, ``rest`` those of the last one behind the last match that was read, ``behind`` is
    where the next shelf begins.
    """

    order: str
    last: str
    first: tuple[str, str]
    rest: tuple[str, str]
    behind: str


_ASCENDING = _Way(
    order="ASC",
    last="MAX",
    first=("low", f"low | {ID_MASK}"),
    rest=("edge + 1", f"edge | {ID_MASK}"),
    behind=f"(edge | {ID_MASK}) + 1",
)
_DESCENDING = _Way(
    order="DESC",
    last="MIN",
    first=(f"high & ~{ID_MASK}", "high"),
    rest=(f"edge & ~{ID_MASK}", "edge - 1"),
    behind=f"(edge & ~{ID_MASK}) - 1",
)


def _statement(
    plan: Plan, part: Stretch, match: str, asked: Sql, look: _Look
) -> tuple[str, tuple[Any, ...]]:
    """Return the statement for as many matches as are enough, and for all others of the shelf that
    they end on. Not counted are those of a first shelf that may stand before what is asked for.

    Before each row: the shelf of the list's first contact, from which key on there is more to read,
    and how many were met on one of both shelves.
    """
    way = _DESCENDING if part.descending else _ASCENDING
    between = part.asked
    first = f"(SELECT COUNT(*) FROM ({_matches('book', way.first, str(MOST_OF_SHELF))}))"
    text = (
        f"WITH book AS MATERIALIZED (SELECT COALESCE({_FIRST}, 0) AS shelf, "
        f"{look.low.text} AS low, {look.high.text} AS high), "
        f"begun AS MATERIALIZED (SELECT *, {'0' if look.is_whole else first} AS before FROM book), "
        "near AS MATERIALIZED ("
        + _matches("book", ("low", "high"), "IIF(shelf > 0, ? + before, 0)", "begun", way.order)
        + f"), seen AS MATERIALIZED (SELECT {way.last}(key) AS edge, COUNT(*) AS hits FROM near), "
        "ended AS MATERIALIZED (SELECT *, hits < ? + before AS is_all FROM begun CROSS JOIN seen), "
        "rest AS MATERIALIZED ("
        + _matches("seen", way.rest, f"IIF(is_all, 0, {MOST_OF_SHELF})", "ended")
        + f"), told AS MATERIALIZED (SELECT shelf, IIF(is_all, NULL, {way.behind}) AS ending, "
        "MAX(before, (SELECT COUNT(*) FROM rest)) AS met FROM ended) "
        f"SELECT told.shelf, told.ending, told.met, {plan.found} FROM told "
        "LEFT JOIN (SELECT key FROM near UNION ALL SELECT key FROM rest) AS hit ON 1 = 1 "
        f"LEFT JOIN contact ON contact.id = (hit.key & {ID_MASK}) "
        f"AND {between.text} AND {asked.text}"
    )
    skipped = () if look.is_whole else (match,)
    return text, (
        plan.compiled.account_id, *look.low.params, *look.high.params, *skipped,
        match, look.enough, look.enough, match, *between.params, *asked.params,
    )  # fmt: skip


def _matches(of: str, keys: tuple[str, str], limit: str, by: str = "", order: str = "ASC") -> str:
    """Return the statement for some keys of matches between two, columns of a row of ``of``.

    The limit may name columns of the row of ``by``.
    """
    low, high = (f"(SELECT {key} FROM {of})" for key in keys)
    most = f"(SELECT {limit} FROM {by})" if by else limit
    return (
        "SELECT rowid AS key FROM contact_search_index WHERE contact_search_index MATCH ? "
        f"AND rowid BETWEEN {low} AND {high} ORDER BY rowid {order} LIMIT {most}"
    )


def _bounds(account_id: int, part: Stretch) -> tuple[Sql, Sql]:
    """Return between which keys a stretch is, as expressions over the list as it stands."""
    lows: list[Place] = [(EMPTY_KEY, 0)] if part.part is Part.EMPTY else []
    highs: list[Place] = [(EMPTY_KEY, 0)] if part.part is Part.FILLED else []
    for comparison, place in part.limits:
        (lows if comparison.startswith(">") else highs).append(place)
    base = key_base(account_id)
    low, high = Sql("1"), Sql(str(SHELVES - 1))
    if lows:
        low = Sql(f"COALESCE({_BEFORE}, 1)", (account_id, *max(lows)))
    if highs:
        high = Sql(f"COALESCE({_AFTER}, {SHELVES - 1})", (account_id, *min(highs)))
    return (
        Sql(f"? + (({low.text}) << {ID_BITS})", (base, *low.params)),
        Sql(f"? + (({high.text}) << {ID_BITS}) + {ID_MASK}", (base, *high.params)),
    )
