"""Where a contact stands in a list, who stands beside it, and who stands at a place.

Places are counted along an index: the further from both ends, the longer it takes. They are for
scroll bars; pages go by cursors.
"""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.compiling import Compiled
from backend.contacts.filters import And, ContactFilter, Ids
from backend.contacts.queries.counts import live_total
from backend.contacts.queries.plans import place_of
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.walking import count_before, nth_place, walk
from backend.contacts.sorting import ContactSort, Place
from backend.core.database import read
from backend.core.permissions import Actor, Permission


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The ids of the contacts right before and right after another; None at the ends."""

    previous: int | None
    next: int | None


async def contact_position(
    actor: Actor, contact_id: int, chosen: ContactFilter, sort: ContactSort
) -> int | None:
    """Return how many contacts stand before one in a list; None when it is not in it."""
    compiled, place = await _find(actor, contact_id, chosen, sort)
    if place is None:
        return None
    return await count_before(compiled, sort, place)


async def contact_neighbours(
    actor: Actor, contact_id: int, chosen: ContactFilter, sort: ContactSort
) -> Neighbours:
    """Return who stands beside a contact in a list; nobody when it is not in it."""
    compiled, place = await _find(actor, contact_id, chosen, sort)
    if place is None:
        return Neighbours(None, None)
    before = await walk(compiled, sort, limit=1, backward=True, before=place)
    after = await walk(compiled, sort, limit=1, after=place)
    return Neighbours(before[0][-1] if before else None, after[0][-1] if after else None)


async def place_at(compiled: Compiled, sort: ContactSort, offset: int) -> Place | None:
    """Return the place of the row that has ``offset`` rows before it, None beyond the end."""
    if compiled.is_plain:
        total = await live_total(compiled.account_id)
        if offset >= total:
            return None
        if offset > total // 2:
            return await nth_place(compiled, sort, total - 1 - offset, backward=True)
    return await nth_place(compiled, sort, offset)


async def _find(
    actor: Actor, contact_id: int, chosen: ContactFilter, sort: ContactSort
) -> tuple[Compiled, Place | None]:
    actor.require(Permission.READ)
    chosen = await resolve_list(actor, chosen, sort)
    compiled = Compiled.of(actor.account_id, chosen, read.dialect)
    only = Compiled(
        compiled.account_id, And((compiled.chosen, Ids(frozenset((contact_id,))))), read.dialect
    )
    rows = await walk(only, sort, limit=1)
    return compiled, place_of(rows[0]) if rows else None
