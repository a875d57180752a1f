"""Some rows of a list that a search alone chooses, on PostgreSQL.

Its index finds all matches before it gives one, and nothing tells how many there are. So a few
contacts from everywhere in the book are asked first. They tell whether a page is sooner met on a
walk along the index of the sort, or gathered by the index of the search and sorted.
"""

from __future__ import annotations

from backend.contacts.compiling import Candidates
from backend.contacts.filters import Search
from backend.contacts.queries.plans import Plan, Row
from backend.contacts.search_keys import key_range
from backend.contacts.search_sql import search_condition, text_condition
from backend.contacts.sql import Sql
from backend.core.database import read

SAMPLED = 200
FEW = 500
"""Where no more are likely to match, they are gathered at once."""

TOGETHER = 2
"""How many times as far as were they spread evenly the rows of a page are, as a rule."""
PATIENCE = 4
"""How many times as far as expected a walk goes where too many match to be gathered."""


async def sampled_rows(plan: Plan, search: Search, chosen: Candidates) -> list[Row]:
    """Return the first rows of the plan, and perhaps more of them, in any order.

    Its sort is by a standard field.
    """
    account_id = plan.compiled.account_id
    live, found = await _sample(account_id, search)
    share = (found + 0.5) / SAMPLED
    length = min(live, TOGETHER * round(plan.limit / share))
    asked = search_condition(
        account_id, search.asked, deleted=False, dialect="postgres", by_id=True
    )
    if max(length, FEW) < share * live:  # the fewer rows to look at
        rows = await plan.walked(asked, length)
        if rows is not None:
            return rows
    rows = await plan.small_set(chosen)
    if rows is None:
        rows = await plan.walked(asked, PATIENCE * length)
    return await plan.whole_set(chosen) if rows is None else rows


async def _sample(account_id: int, search: Search) -> tuple[int, int]:
    """Return how many contacts there are, and how many of those that were asked are found."""
    asked = text_condition("found.text", search.asked, "postgres")
    own = Sql("id BETWEEN ? AND ?", key_range(account_id, deleted=False))
    row = await read.fetch_one(
        "WITH book AS (SELECT "
        f"(SELECT MIN(id) FROM contact_search WHERE {own.text}) AS low, "
        f"(SELECT MAX(id) FROM contact_search WHERE {own.text}) AS high) "
        "SELECT (SELECT live FROM contact_total WHERE account_id = ?), "
        f"(SELECT COUNT(*) FILTER (WHERE {asked.text}) FROM book "
        f"CROSS JOIN LATERAL generate_series(low, high, (high - low) / {SAMPLED} + 1) AS place "
        "CROSS JOIN LATERAL (SELECT text FROM contact_search "
        "WHERE id >= place ORDER BY id LIMIT 1) AS found)",
        (*own.params, *own.params, account_id, *asked.params),
    )
    live, found = row or (0, 0)
    return live or 0, found or 0
