"""Large books put on shelves, on SQLite: for search, see ``decisions/0219``.

Contacts get their shelves while others read and write: some hundred at a time, so that at no moment
a shelf is above that of who comes later. First upwards from the end of the list, where a shelf only
rises; then, where there were shelves before, from the beginning, where one only falls. What was
stopped begins again: who has the right shelf already is passed over.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from backend.contacts.queries.rarity import LARGE
from backend.contacts.search_keys import SHELVES
from backend.contacts.service.finding import is_act_under_way
from backend.contacts.service.search_index import change_shelves
from backend.core.database import read
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

SMALLEST = 64
"""Contacts of a shelf: fewer are as soon sorted."""
BATCH = 250
MERGED_PAGES = 200
PAUSE_SECONDS = 0.02
"""Between two batches, for whoever waits to write."""


async def arrange_everywhere() -> None:
    """Put the books on shelves that are large, and were half as large when they last were."""
    if read.dialect != "sqlite":
        return
    rows = await read.fetch(
        "SELECT account_id, live, arranged FROM contact_total "
        "WHERE live >= ? AND live >= 2 * arranged",
        (LARGE,),
    )
    for account_id, live, arranged in rows:
        if not await is_act_under_way(account_id):
            await arrange(Actor.system(account_id), live, again=arranged > 0)


async def arrange(actor: Actor, live: int, *, again: bool) -> None:
    """Put the contacts of an account on shelves; ``again``: they were on others before."""
    size = max(SMALLEST, -(-live // (SHELVES - 1)))
    last = -(-live // size)
    await _pass(actor, lambda passed, now: max(1, last - passed // size, now), descending=True)
    if again:
        await _pass(actor, lambda passed, now: min(1 + passed // size, last, now), descending=False)
    await _merge_index(actor)
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "UPDATE contact_total SET arranged = ? WHERE account_id = ?", (live, actor.account_id)
        )


async def _pass(actor: Actor, shelf_of: Callable[[int, int], int], *, descending: bool) -> None:
    """Go once through a list; ``shelf_of`` says a shelf by how many were passed and by the old."""
    passed, place = 0, tuple[str | int, ...]()
    comparison, order = ("<", " DESC") if descending else (">", "")
    while True:
        async with unit_of_work(actor) as unit:
            await unit.take_turn()
            rows = await unit.fetch(
                "SELECT given_key, id, shelf FROM contact "  # noqa: S608
                "WHERE account_id = ? AND deleted_at IS NULL "
                f"{f'AND (given_key, id) {comparison} (?, ?) ' if place else ''}"
                f"ORDER BY given_key{order}, id{order} LIMIT ?",
                (actor.account_id, *place, BATCH),
            )
            new = {
                key: shelf_of(number, shelf) for number, (_, key, shelf) in enumerate(rows, passed)
            }
            await change_shelves(unit, {key: new[key] for _, key, old in rows if new[key] != old})
        if len(rows) < BATCH:
            return
        passed, place = passed + len(rows), (rows[-1][0], rows[-1][1])
        await _pause()


async def _merge_index(actor: Actor) -> None:
    """Let the index forget where contacts were: until then each search passes over all of that.

    Source: sqlite.org/fts5.html, section 6.8, the 'merge' command with a negative number.
    """
    is_left = True
    while is_left:
        async with unit_of_work(actor) as unit:
            ((before,),) = await unit.fetch("SELECT total_changes()")
            await unit.execute(
                "INSERT INTO contact_search_index (contact_search_index, rank) VALUES ('merge', ?)",
                (-MERGED_PAGES,),
            )
            ((after,),) = await unit.fetch("SELECT total_changes()")
        is_left = after - before >= 2
        await _pause()


async def _pause() -> None:
    await asyncio.sleep(PAUSE_SECONDS)
