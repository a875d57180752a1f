"""Some rows of a list that a search alone chooses, on SQLite.

Its index gives the matches of a search by their ids, and those of a word are spread over the ids
about evenly: how far the first few hundred reach tells how many there are. So the cheapest of three
ways is known before it is gone:

- few matches are gathered and sorted;
- many are met soon by walking the index of the sort, the text of each row being asked;
- where both would take long, the ids of all matches are held, and met on a longer walk.

People who are called by what was typed lie together in a list by name. A walk that does not meet
them where they were expected goes on only as long as gathering all would take.

In a large book a long word is looked for by its rarest pieces. That finds a few more: those that
would be shown are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from backend.contacts.compiling import Candidates
from backend.contacts.filters import Search
from backend.contacts.queries.plans import FEW, Plan, Row
from backend.contacts.queries.rarity import rarest_pieces
from backend.contacts.queries.shelved import shelved_rows
from backend.contacts.search_keys import ID_BITS, ID_MASK, key_base, key_range, shelf_of
from backend.contacts.search_sql import near_match, near_set, search_condition
from backend.contacts.sql import Sql, json_list
from backend.core.database import read

PROBED = 300
PATIENCE = 4
"""How many times as far as expected a walk goes."""

SAMPLED = 32
"""Shelves whose matches are counted where contacts are on shelves."""

SPARE = 12
"""How many more rows than wanted are looked at where some may not be what was searched for."""

GATHER_MATCH, ASK_ROW, HOLD_MATCH, MEET_ROW = 1.6, 2.7, 0.45, 0.45
"""What one costs at a million contacts, in microseconds: their ratio decides."""

TOGETHER = 2
"""How many times as far as were they spread evenly the rows of a page are, as a rule."""


@dataclass(frozen=True, slots=True)
class Expected:
    """How many contacts a search is expected to find of how many; ``is_exact`` where counted."""

    matches: int
    live: int
    is_exact: bool = False

    def walk(self, rows: int) -> int:
        """Return how many rows of an index have so many matches among them."""
        return rows * self.live // max(self.matches, 1) + rows


async def search_rows(plan: Plan, search: Search, chosen: Candidates) -> list[Row]:
    """Return the first rows of the plan, and perhaps more of them, in any order.

    Its sort is by a standard field.
    """
    account_id = plan.compiled.account_id
    rows = await shelved_rows(plan, search)
    if rows is not None:
        return rows
    pieces = await rarest_pieces(account_id, search.asked)
    near = replace(chosen, ids=near_set(account_id, search.asked, pieces)) if pieces else chosen
    if not chosen.is_likely_broad:  # likely few: looked at once, not twice
        rows = await _gathered(plan, search, near, chosen, FEW)
        if rows is not None:
            return rows
    found = await _expected(plan, near, near_match(search.asked, pieces))
    length = found.walk(plan.limit)
    walked = TOGETHER * length
    ways = {
        "gather": GATHER_MATCH * found.matches,
        "ask": ASK_ROW * walked,
        "hold": HOLD_MATCH * found.matches + MEET_ROW * walked,
    }
    cheapest = "gather" if found.is_exact else min(ways, key=lambda way: ways[way])
    if cheapest == "gather":
        gathered = await _gathered(plan, search, near, chosen)
        return await plan.whole_set(chosen) if gathered is None else gathered
    if cheapest == "ask":
        rows = await plan.walked(_question(plan, search, by_id=True), PATIENCE * length)
        if rows is not None:
            return rows
    held = Sql(f"contact.id IN ({near.ids.text})", near.ids.params)
    if near is not chosen:
        asked = _question(plan, search, by_id=True)
        held = Sql(f"{held.text} AND {asked.text}", (*held.params, *asked.params))
    rows = await plan.walked(held, max(PATIENCE * length, 2 * found.matches))
    return await plan.whole_set(chosen) if rows is None else rows


def _question(plan: Plan, search: Search, *, by_id: bool = False) -> Sql:
    account_id = plan.compiled.account_id
    return search_condition(account_id, search.asked, deleted=False, dialect="sqlite", by_id=by_id)


async def _gathered(
    plan: Plan, search: Search, near: Candidates, chosen: Candidates, most: int | None = None
) -> list[Row] | None:
    """Return None when there are more than ``most``."""
    if near is chosen:
        return await plan.small_set(chosen, most)
    asked = _question(plan, search)
    wider = replace(plan, limit=plan.limit + SPARE, told=asked)
    rows = await wider.small_set(near, most)
    if rows is None:
        return None
    found = [row[1:] for row in rows if row[0]]
    if len(rows) < wider.limit or len(found) >= plan.limit:
        return found
    # The pieces are often together elsewhere: all who have them are looked at.
    rest = Sql(f"{near.rest.text} AND {asked.text}", (*near.rest.params, *asked.params))
    return await plan.small_set(replace(near, rest=rest), most)


async def _expected(plan: Plan, chosen: Candidates, match: str) -> Expected:
    account_id = plan.compiled.account_id
    between = key_range(account_id, deleted=False)
    row = await read.fetch_one(
        "SELECT COUNT(*), MAX(id) - MIN(id), "
        "(SELECT live FROM contact_total WHERE account_id = ?), "
        "(SELECT MAX(id) FROM contact_search WHERE id BETWEEN ? AND ?), "
        "(SELECT MIN(id) FROM contact_search WHERE id BETWEEN ? AND ?) "
        f"FROM (SELECT id FROM ({chosen.ids.text}) AS chosen LIMIT ?) AS probed",
        (account_id, *between, *between, *chosen.ids.params, PROBED),
    )
    probed, reach, live, last, first = (value or 0 for value in row or (0, 0, 0, 0, 0))
    if probed < PROBED:
        return Expected(probed, live, is_exact=True)
    if shelf_of(last):
        return Expected(max(PROBED, await _sampled(account_id, match, shelf_of(last))), live)
    return Expected(probed * max(last - first, 1) // max(reach, 1), live)


async def _sampled(account_id: int, match: str, shelves: int) -> int:
    """Return about how many matches there are, by those of some shelves: all hold as many."""
    chosen = list(range(1, shelves + 1, -(-shelves // SAMPLED)))
    found = await read.fetch_value(
        "SELECT SUM((SELECT COUNT(*) FROM contact_search_index "
        "WHERE contact_search_index MATCH ? AND rowid "
        f"BETWEEN ? + (value << {ID_BITS}) AND ? + (value << {ID_BITS}) + {ID_MASK})) "
        "FROM json_each(?)",
        (match, key_base(account_id), key_base(account_id), json_list(chosen)),
    )
    return int(found or 0) * shelves // len(chosen)
