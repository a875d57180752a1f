"""Places within a step: between neighbours, spread anew where they have become narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from backend.core.errors import NotFound
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork
from backend.workflows.errors import NeighbourGone, NeighbourInvalid
from backend.workflows.events import StepSpread
from backend.workflows.queries.places import Neighbour, around, end_of, neighbour, rank_beside
from backend.workflows.rules.kinds import CardPlace
from backend.workflows.rules.ranks import LONGEST, between, spread
from backend.workflows.service.standing import BoardStep

_REACH = 32
"""Cards on either side of a narrow place that are spread first."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Where in a step a card is put: before or after another, or at an end."""

    before_id: int | None = None
    after_id: int | None = None
    place: CardPlace = CardPlace.BOTTOM


AT_THE_END: Final = Beside()


async def rank_for(
    unit: UnitOfWork, at: BoardStep, beside: Beside, card_id: int = 0, prefix: tuple[str, ...] = ()
) -> str:
    """Return a rank for a card in a step; the unit has the account's turn.

    Raises:
        NeighbourInvalid: the card itself, or two neighbours.
        NeighbourGone: a card that the step does not show.
        NotFound: none of the account.
    """
    rank = await _rank(unit.actor, at, beside, card_id, prefix)
    if len(rank) > LONGEST:
        await _spread_around(unit, at, rank)
        rank = await _rank(unit.actor, at, beside, card_id, prefix)
    return rank


async def _rank(
    actor: Actor, at: BoardStep, beside: Beside, card_id: int, prefix: tuple[str, ...]
) -> str:
    step_id = at.step.pk
    if beside.before_id is not None:
        if beside.after_id is not None:
            raise NeighbourInvalid((*prefix, "afterId"))
        path = (*prefix, "beforeId")
        upper = (await _neighbour(actor, at, beside.before_id, card_id, path)).rank
        return between(await rank_beside(step_id, upper, before=True, but=card_id), upper)
    if beside.after_id is not None:
        path = (*prefix, "afterId")
        lower = (await _neighbour(actor, at, beside.after_id, card_id, path)).rank
        return between(lower, await rank_beside(step_id, lower, before=False, but=card_id))
    if beside.place is CardPlace.TOP:
        return between(None, await end_of(step_id, top=True, but=card_id))
    return between(await end_of(step_id, top=False, but=card_id), None)


async def _neighbour(
    actor: Actor, at: BoardStep, key: int, card_id: int, path: tuple[str, ...]
) -> Neighbour:
    if key == card_id:
        raise NeighbourInvalid(path)
    found = await neighbour(actor.account_id, key)
    if found is None:
        raise NotFound(path)
    if found.step_id != at.step.pk or not found.is_on_board:
        raise NeighbourGone(path)
    return found


async def _spread_around(unit: UnitOfWork, at: BoardStep, rank: str) -> None:
    """Give the cards around a place other ranks, of more and more of them until these are short."""
    step_id, reach = at.step.pk, _REACH
    while True:
        cards = await around(step_id, rank, reach)
        lower = await rank_beside(step_id, cards[0][1], before=True, but=0)
        upper = await rank_beside(step_id, cards[-1][1], before=False, but=0)
        ranks = spread(lower, upper, len(cards))
        if max(map(len, ranks)) <= LONGEST // 2 or lower is upper is None:
            break
        reach *= 4
    await unit.execute_many(
        "UPDATE card SET rank = ? WHERE id = ?",
        [(new, key) for (key, _), new in zip(cards, ranks, strict=True)],
    )
    unit.record(StepSpread(step_id, workflow_id=at.workflow.pk, name=at.step.name))
