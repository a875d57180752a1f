"""Two people after all: a pair taken off the list for good, or put back."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.errors import NotFound
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.events import DuplicateDismissed
from backend.duplicates.queries.pairs import pairs_by_id
from backend.duplicates.service.pairing import place_of


@dataclass(frozen=True, slots=True)
class Dismissal:
    """The pair that was dismissed, or put back."""

    pair_id: int
    cursor: str


async def dismiss_pair(actor: Actor, pair_id: int, *, undo: bool = False) -> Dismissal:
    """Say that two contacts are two people; ``undo`` takes it back.

    The pair stays off the list whatever becomes of the two, until there is another reason to think
    them one.

    Raises:
        NotFound: no pair of this account; it may be gone by now.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = (await pairs_by_id(actor, (pair_id,))).get(pair_id)
        if found is None:
            raise NotFound(("id",))
        pair = found.pair
        dismissed = 0 if undo else pair.dismissed_bits | pair.reason_bits
        if dismissed != pair.dismissed_bits:
            place = place_of(pair.score, pair.reason_bits, dismissed)
            await unit.execute(
                "UPDATE duplicate_pair SET dismissed = ?, place = ? WHERE id = ?",
                (dismissed, place, pair_id),
            )
            contacts = [encode_id("Contact", key) for key in (pair.first_key, pair.second_key)]
            unit.record(DuplicateDismissed(pair_id, contacts=contacts, undone=undo))
    return Dismissal(pair_id, unit.cursor)
