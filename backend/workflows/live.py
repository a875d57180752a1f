"""A board as it changes: every change once, in the order of the account's history."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from backend.core.change_log import Change, changes_after, current_sequence
from backend.core.errors import NotFound
from backend.core.feed import BATCH, feed
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.workflows.queries.boards import steps_of, workflows_by_id
from backend.workflows.queries.cards import cards_by_id, shown_of_contacts
from backend.workflows.rows import CardRow, CardWanted, StepRow, WorkflowRow

_TOLD = ("Card", "WorkflowStep", "Workflow", "Contact", "Label")
_SHOWN = frozenset({"givenName", "familyName", "company", "emails", "phones", "photo"})
"""Fields that change what a contact is called, or looks like."""
_MOST = 100
"""Cards of one contact that an event tells apart."""


class MovementKind(StrEnum):
    """What happened to a card, as a board sees it."""

    ENTERED = "entered"
    MOVED = "moved"
    CHANGED = "changed"
    LEFT = "left"


_KINDS = {
    "card.added": MovementKind.ENTERED,
    "card.unarchived": MovementKind.ENTERED,
    "card.restored": MovementKind.ENTERED,
    "card.moved": MovementKind.MOVED,
    "card.placed": MovementKind.MOVED,
    "card.archived": MovementKind.LEFT,
    "card.deleted": MovementKind.LEFT,
}
"""All others change what is on a card."""


@dataclass(slots=True)
class CardMovement:
    """What happened to a card; all but ``card``, which is as it is now, was so at that time."""

    kind: MovementKind
    card_id: str
    at: datetime
    by: str
    step_id: str | None = None
    from_step_id: str | None = None
    after_id: str | None = None
    card: CardRow | None = None


@dataclass(slots=True)
class BoardEvent:
    """A change of a board. ``reread``: all of its cards are to be read again."""

    cursor: str
    reread: bool = False
    reread_step_ids: list[str] = field(default_factory=list)
    cards: list[CardMovement] = field(default_factory=list)
    steps: list[StepRow] | None = None
    workflow: WorkflowRow | None = None


async def follow_board(
    actor: Actor, workflow_id: int, after: int | None, wanted: CardWanted
) -> AsyncGenerator[BoardEvent, None]:
    """Yield what happens to a board after a place in the account's history, or from now on.

    Raises:
        NotFound: no board of the account.
        Forbidden
    """
    actor.require(Permission.READ)
    if workflow_id not in await workflows_by_id(actor, (workflow_id,), deleted=True):
        raise NotFound(("workflowId",))
    board = _Board(actor, workflow_id, wanted)
    async with aclosing(_batches(actor.account_id, after)) as batches:
        async for batch in batches:
            for event in await board.told(batch):
                yield event


async def _batches(account_id: int, after: int | None) -> AsyncGenerator[list[Change], None]:
    """Yield the changes that may concern boards; what is long past without all the others."""
    if after is not None:
        present = await current_sequence(account_id)
        while present - after > BATCH:
            batch = await changes_after(account_id, after, limit=BATCH, subject_types=_TOLD)
            reached = batch[-1].sequence if batch else present
            after = reached if len(batch) == BATCH else max(reached, present)
            if batch:
                yield batch
    async with aclosing(feed().follow(account_id, after)) as batches:
        async for batch in batches:
            found = [change for change in batch if change.subject_type in _TOLD]
            if found:
                yield found


class _Board:
    """Says what changes of the account mean for one board."""

    def __init__(self, actor: Actor, workflow_id: int, wanted: CardWanted) -> None:
        self._actor = actor
        self._key = workflow_id
        self._id = encode_id("Workflow", workflow_id)
        self._wanted = wanted

    async def told(self, batch: Sequence[Change]) -> list[BoardEvent]:
        """Return an event for each change that concerns the board, in order.

        What is shown of them is read once for all.
        """
        found = [change for change in batch if self._concerns(change)]
        of_contacts = await self._of_contacts(batch)
        keys = {change.subject_id for change in found if change.subject_type == "Card"}
        keys.update(key for own in of_contacts.values() for key in own)
        cards = await cards_by_id(self._actor, keys, self._wanted)
        shown = {
            key: card
            for key, card in cards.items()
            if card.workflow_key == self._key and card.is_on_board
        }
        steps = await self._steps(found)
        workflow = await self._workflow(found)
        events: list[BoardEvent] = []
        previous: Change | None = None
        for change in batch:
            if change.subject_type == "Contact":
                event = _of_contact(change, of_contacts.get(change.sequence), shown)
            elif change.subject_type == "Label":
                event = _of_label(change)
            elif not self._concerns(change) or _is_same(change, previous):
                continue
            elif change.subject_type == "Card":
                event = BoardEvent(change.cursor, cards=[self._movement(change, shown)])
            else:
                event = _of_board(change, steps, workflow)
            previous = change
            if event is not None:
                events.append(event)
        return events

    def _concerns(self, change: Change) -> bool:
        own = change.payload
        if change.subject_type == "Card" and own.get("from_workflow") == self._id:
            return True
        return own.get("workflow_id") == self._key

    def _movement(self, change: Change, shown: Mapping[int, CardRow]) -> CardMovement:
        own, kind = change.payload, _KINDS.get(change.kind, MovementKind.CHANGED)
        step, came_from, after = own.get("step"), own.get("from_step"), own.get("after")
        if own.get("from_workflow") == self._id:
            kind, step, after = MovementKind.LEFT, came_from, None
        elif own.get("from_workflow") is not None:
            kind, came_from = MovementKind.ENTERED, None
        elif change.kind == "card.placed":
            came_from = step
        elif own.get("archived"):
            kind, after = MovementKind.CHANGED, None
        return CardMovement(
            kind,
            encode_id("Card", change.subject_id),
            change.at,
            change.actor_name,
            step_id=step,
            from_step_id=came_from,
            after_id=after,
            card=shown.get(change.subject_id),
        )

    async def _steps(self, found: Sequence[Change]) -> list[StepRow] | None:
        if not any(change.subject_type == "WorkflowStep" for change in found):
            return None
        return (await steps_of(self._actor, (self._key,)))[self._key]

    async def _workflow(self, found: Sequence[Change]) -> WorkflowRow | None:
        if not any(change.subject_type == "Workflow" for change in found):
            return None
        return (await workflows_by_id(self._actor, (self._key,), deleted=True)).get(self._key)

    async def _of_contacts(self, batch: Sequence[Change]) -> dict[int, list[int]]:
        """Return the board's cards of contacts that look otherwise now, by the change's number."""
        touched = {
            change.sequence: change.subject_id
            for change in batch
            if change.subject_type == "Contact"
            and not _SHOWN.isdisjoint(change.payload.get("fields", ()))
        }
        if not touched:
            return {}
        held = await shown_of_contacts(self._actor, self._key, set(touched.values()))
        return {number: held[key] for number, key in touched.items() if key in held}


def _is_same(change: Change, previous: Change | None) -> bool:
    """Whether a fact is told twice because it belongs to the stories of two contacts."""
    return (
        previous is not None
        and change.subject_type == previous.subject_type == "Card"
        and (change.subject_id, change.kind) == (previous.subject_id, previous.kind)
        and change.payload.get("version") == previous.payload.get("version")
    )


def _of_contact(
    change: Change, keys: Collection[int] | None, shown: Mapping[int, CardRow]
) -> BoardEvent | None:
    if not keys:
        return None
    if len(keys) > _MOST:
        return BoardEvent(change.cursor, reread=True)
    movements = [
        CardMovement(
            MovementKind.CHANGED,
            shown[key].id,
            change.at,
            change.actor_name,
            step_id=shown[key].step_id,
            card=shown[key],
        )
        for key in keys
        if key in shown
    ]
    return BoardEvent(change.cursor, cards=movements)


def _of_label(change: Change) -> BoardEvent | None:
    """A label looks otherwise on every card that has it, or is gone from it."""
    if change.kind == "label.created":
        return None
    return BoardEvent(change.cursor, reread=True)


def _of_board(
    change: Change, steps: list[StepRow] | None, workflow: WorkflowRow | None
) -> BoardEvent:
    if change.subject_type == "Workflow":
        return BoardEvent(
            change.cursor, reread=change.kind != "workflow.updated", workflow=workflow
        )
    if change.kind == "step.spread":
        return BoardEvent(
            change.cursor, reread_step_ids=[encode_id("WorkflowStep", change.subject_id)]
        )
    return BoardEvent(change.cursor, reread=bool(change.payload.get("count")), steps=steps)
