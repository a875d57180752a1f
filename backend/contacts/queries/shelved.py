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
from backend.contacts.search_pairs import windows
from backend.contacts.search_sql import near_match, needles_of, search_condition
from backend.contacts.sorting import EMPTY_KEY, ContactSortField, Place
from backend.contacts.sql import TRUE, Sql
from backend.contacts.stretches import Part, Stretch
from backend.core.database import read

SPARE = 2
"""How many times as many matches are read as are likely enough: up to the end of a shelf."""
MORE = 4
"""How many times as many are enough whenever they were not."""
MOST = 12_000
"""From so many on another way is better."""
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
    if not pieces:
        return match, Sql(TRUE)
    account_id = plan.compiled.account_id
    return match, search_condition(account_id, asked, deleted=False, dialect="sqlite")


async def _read(plan: Plan, part: Stretch, match: str, asked: Sql, wanted: int) -> list[Row] | None:
    """Return the first rows of a stretch, or more of them; None when shelves do not help."""
    rows: list[Row] = []
    low, high = _bounds(plan.compiled.account_id, part)
    enough, is_whole = wanted, not part.limits
    while SPARE * enough <= MOST:
        look = _Look(low, high, enough, is_whole)
        answer = await read.fetch(*_statement(plan, part, match, asked, look))
        has_shelves, end, is_stuck = answer[0][:3]
        if not has_shelves:
            return None
        if is_stuck and enough > wanted:
            return None  # where so many of a shelf match, a walk meets them sooner
        rows += [row[3:] for row in answer if row[-1] is not None]
        if end is None or len(rows) >= wanted:
            return rows
        enough *= MORE
        if is_stuck:
            continue
        is_whole = True
        if part.descending:
            high = Sql("?", (end,))
        else:
            low = Sql("?", (end,))
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


@dataclass(frozen=True, slots=True)
class _Way:
    """What differs between two directions. ``through`` is where the last shelf of what was read
    begins, ``behind`` where that ends which has enough matches: both outside of what is taken.
    """

    order: str
    last: str
    nearer: str
    comes_before: str
    through: str
    behind: str
    counted: str
    is_stuck: str


_ASCENDING = _Way(
    order="ASC",
    last="MAX",
    nearer="MIN",
    comes_before="<",
    through=f"(edge & ~{ID_MASK})",
    behind=f"((cut | {ID_MASK}) + 1)",
    counted=f"key > (low | {ID_MASK})",
    is_stuck="ending <= low",
)
_DESCENDING = _Way(
    order="DESC",
    last="MIN",
    nearer="MAX",
    comes_before=">",
    through=f"(edge | {ID_MASK})",
    behind=f"((cut & ~{ID_MASK}) - 1)",
    counted=f"key < (high & ~{ID_MASK})",
    is_stuck="ending >= high",
)


def _statement(
    plan: Plan, part: Stretch, match: str, asked: Sql, look: _Look
) -> tuple[str, tuple[Any, ...]]:
    """Return the statement for rows of the next shelves, as many as have enough matches, one
    without a place at least. Before each: the shelf of the list's first contact, from which key on
    there is more to read, and whether not even one shelf was read to its end.
    """
    way = _DESCENDING if part.descending else _ASCENDING
    between, most = part.asked, SPARE * look.enough
    counted = "1 = 1" if look.is_whole else way.counted
    text = (
        f"WITH book AS MATERIALIZED (SELECT COALESCE({_FIRST}, 0) AS shelf, "
        f"{look.low.text} AS low, {look.high.text} AS high), "
        "hit AS MATERIALIZED (SELECT rowid AS key FROM contact_search_index "
        "WHERE contact_search_index MATCH ? AND rowid BETWEEN (SELECT low FROM book) "
        f"AND (SELECT high FROM book) ORDER BY rowid {way.order} "
        "LIMIT (SELECT CASE WHEN shelf > 0 THEN ? ELSE 0 END FROM book)), "
        "told AS MATERIALIZED (SELECT shelf, low, high, (SELECT COUNT(*) FROM hit) AS hits, "
        f"(SELECT {way.last}(key) FROM hit) AS edge, (SELECT key FROM hit "
        f"WHERE {counted} ORDER BY key {way.order} LIMIT 1 OFFSET ?) AS cut FROM book), "
        f"upto AS MATERIALIZED (SELECT shelf, low, high, CASE WHEN hits < ? THEN {way.behind} "
        f"ELSE {way.nearer}({way.through}, COALESCE({way.behind}, {way.through})) END AS ending "
        "FROM told), "
        "page AS (SELECT contact.id FROM upto CROSS JOIN hit CROSS JOIN contact "
        f"WHERE contact.id = (hit.key & {ID_MASK}) "
        f"AND (upto.ending IS NULL OR hit.key {way.comes_before} upto.ending) "
        f"AND {between.text} AND {asked.text} ORDER BY {plan.order} LIMIT ?) "
        f"SELECT upto.shelf, upto.ending, COALESCE({way.is_stuck}, FALSE), {plan.found} "
        "FROM upto LEFT JOIN page ON 1 = 1 LEFT JOIN contact ON contact.id = page.id"
    )
    account_id, (low, high) = plan.compiled.account_id, (look.low, look.high)
    before = (account_id, *low.params, *high.params, match, most, look.enough - 1, most)
    return text, (*before, *between.params, *asked.params, plan.limit)


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
