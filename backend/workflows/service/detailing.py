"""What writes on what a card holds stand on: the card itself, inside of their unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.workflows.detail_events import CardDetailFact
from backend.workflows.events import CardFact
from backend.workflows.rows import CardRow
from backend.workflows.service.standing import (
    BoardStep,
    board_step_of,
    card_fact,
    excerpt,
    own_card,
)

F = TypeVar("F", bound=CardFact)
D = TypeVar("D", bound=CardDetailFact)


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A card whose details are changed, and where it stands."""

    card: CardRow
    at: BoardStep

    @property
    def pk(self) -> int:
        """The card's key."""
        return self.card.pk

    def fact(self, kind: type[F], **more: Any) -> F:
        """Return a fact of the card."""
        return card_fact(kind, self.card, self.at, self.card.version, **more)

    def detail(self, kind: type[D], text: str) -> D:
        """Return a fact of something that the card holds; ``text`` is what it is about."""
        return self.fact(kind, excerpt=excerpt(" ".join(text.split())))


@dataclass(frozen=True, slots=True)
class DetailWritten:
    """The card whose details were changed, and the account's place in its history."""

    card_key: int
    cursor: str


async def open_card(unit: UnitOfWork, card_id: int, path: Sequence[str]) -> OpenCard:
    """Return a card of the account whose details can be changed.

    Raises:
        NotFound, CardArchived, CardDeleted, ContactDeleted, WorkflowDeleted
    """
    card = await own_card(unit.actor, card_id, path)
    return OpenCard(card, await board_step_of(unit.actor, card))


async def mark_changed(unit: UnitOfWork, opened: OpenCard) -> OpenCard:
    """Note on the card that something that it holds was changed, its checklist counted anew; return
    it with its new version. What edits and moves are held against stays.
    """
    rows = await unit.fetch(
        "UPDATE card SET version = version + 1, updated_at = ?, updated_by = ?, "
        "checklist_total = (SELECT COUNT(*) FROM card_item WHERE card_item.card_id = card.id "
        "AND card_item.deleted_at IS NULL), checklist_done = (SELECT COUNT(*) FROM card_item "
        "WHERE card_item.card_id = card.id AND card_item.deleted_at IS NULL "
        "AND card_item.done_at IS NOT NULL) WHERE id = ? "
        "RETURNING version, checklist_done, checklist_total",
        (now_micros(), unit.actor.name, opened.pk),
    )
    version, done, total = rows[0]
    card = replace(opened.card, version=version, checklist_done=done, checklist_total=total)
    return OpenCard(card, opened.at)
