"""A board in plain Python: what the database is held to, and what a follower makes of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from backend.workflows.live import BoardEvent, MovementKind


@dataclass(eq=False)
class PlainCard:
    """A card. ``stay`` tells its stay in a step from those before and after."""

    key: int
    stay: int = 0
    away: set[str] = field(default_factory=set)


@dataclass(eq=False)
class PlainStep:
    """A step and all of its cards in their order, those that are not shown too."""

    key: int
    kind: str = "open"
    cards: list[PlainCard] = field(default_factory=list)
    left: list[tuple[PlainCard, int, int]] = field(default_factory=list)
    """Of a deleted step: the cards that it had, their stay in it, and the one that followed."""


class PlainBoard:
    """Steps in their order."""

    def __init__(self, steps: Sequence[tuple[int, str]]) -> None:
        self.steps = [PlainStep(key, kind) for key, kind in steps]
        self.deleted: list[PlainStep] = []
        self._stays = count(1)

    def shown(self) -> dict[int, list[int]]:
        """Return the keys of the cards that each step shows."""
        return {step.key: [card.key for card in step.cards if not card.away] for step in self.steps}

    def cards(self) -> list[PlainCard]:
        """Return every card."""
        return [card for step in self.steps for card in step.cards]

    def step_of(self, card: PlainCard) -> PlainStep:
        """Return where a card is."""
        return next(step for step in self.steps if card in step.cards)

    def enter(self, card: PlainCard, step: PlainStep, place: int) -> None:
        """Put a card into a step, before what stands at a place among all of its cards."""
        card.stay = next(self._stays)
        step.cards.insert(place, card)

    def move(self, card: PlainCard, step: PlainStep, after: PlainCard | None, end: bool) -> None:
        """Put a card behind another, or at an end of a step."""
        source = self.step_of(card)
        source.cards.remove(card)
        place = step.cards.index(after) + 1 if after else (len(step.cards) if end else 0)
        if source is step:
            step.cards.insert(place, card)
        else:
            self.enter(card, step, place)

    def delete_step(self, step: PlainStep, target: PlainStep) -> None:
        """Delete a step, its cards put at the foot of another."""
        step.left = []
        for card in step.cards:
            before = card.stay
            self.enter(card, target, len(target.cards))
            step.left.append((card, before, card.stay))
        step.cards = []
        self.steps.remove(step)
        self.deleted.append(step)

    def restore_step(self, step: PlainStep, place: int) -> None:
        """Bring back a deleted step with those of its cards that stayed where they were put."""
        self.deleted.remove(step)
        self.steps.insert(place, step)
        for card, before, following in step.left:
            if card.stay == following:
                self.step_of(card).cards.remove(card)
                card.stay = before
                step.cards.append(card)


class Follower:
    """A board as somebody sees it who reads it once and then only hears what happens."""

    def __init__(self, shown: dict[str, list[str]]) -> None:
        self.steps = {step: list(cards) for step, cards in shown.items()}
        self.story: list[tuple[str | None, ...]] = []

    def hear(self, event: BoardEvent) -> None:
        """Take in an event that asks for no new reading."""
        for told in event.cards:
            self.story.append((event.cursor, told.kind, told.card_id, told.step_id, told.after_id))
            if told.kind is MovementKind.CHANGED:
                continue
            for cards in self.steps.values():
                if told.card_id in cards:
                    cards.remove(told.card_id)
            step = self.steps.get(told.step_id or "")  # one that is not there is deleted by now
            if told.kind is not MovementKind.LEFT and step is not None:
                place = step.index(told.after_id) + 1 if told.after_id else 0
                step.insert(place, told.card_id)
        if event.steps is not None:
            self.steps = {step.id: self.steps.get(step.id, []) for step in event.steps}
