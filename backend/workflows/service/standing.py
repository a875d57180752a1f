"""What a verb finds when it begins, and the facts that it records of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from backend.contacts.errors import ContactDeleted
from backend.core.errors import NotFound
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.workflows.errors import CardArchived, CardDeleted, StepGone, WorkflowDeleted
from backend.workflows.events import CardFact
from backend.workflows.limits import EXCERPT_LENGTH
from backend.workflows.queries.boards import steps_by_id, workflows_by_id
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.rows import CardRow, StepRow, WorkflowRow

F = TypeVar("F", bound=CardFact)


@dataclass(frozen=True, slots=True)
class BoardStep:
    """A step and its board."""

    step: StepRow
    workflow: WorkflowRow


@dataclass(frozen=True, slots=True)
class CardWritten:
    """A card as it is now, and the account's place in its history."""

    card: CardRow
    cursor: str


@dataclass(frozen=True, slots=True)
class CardsWritten:
    """Cards as they are now, and the account's place in its history."""

    cards: list[CardRow]
    cursor: str


async def own_workflow(
    actor: Actor, workflow_id: int, path: Sequence[str] = ("id",), *, deleted: bool = False
) -> WorkflowRow:
    """Return a board of the account; a deleted one too, if asked.

    Raises:
        NotFound, WorkflowDeleted
    """
    found = (await workflows_by_id(actor, (workflow_id,), deleted=True)).get(workflow_id)
    if found is None:
        raise NotFound(path)
    if found.deleted_micros is not None and not deleted:
        raise WorkflowDeleted(path)
    return found


async def own_step(
    actor: Actor, step_id: int, path: Sequence[str] = ("id",), *, deleted: bool = False
) -> BoardStep:
    """Return a step of the account, of a board that is there; a deleted step too, if asked.

    Raises:
        NotFound, StepGone, WorkflowDeleted
    """
    step = (await steps_by_id(actor, (step_id,), deleted=True)).get(step_id)
    if step is None:
        raise NotFound(path)
    if step.deleted_micros is not None and not deleted:
        raise StepGone(path)
    return BoardStep(step, await own_workflow(actor, step.workflow_key, path))


async def own_card(
    actor: Actor,
    card_id: int,
    path: Sequence[str] = ("id",),
    *,
    archived: bool = False,
    deleted: bool = False,
) -> CardRow:
    """Return a card of the account that can be worked on; an archived or deleted one, if asked.

    Raises:
        NotFound, CardArchived, CardDeleted
        ContactDeleted: its contact is in the trash.
    """
    card = (await cards_by_id(actor, (card_id,), deleted=True)).get(card_id)
    if card is None:
        raise NotFound(path)
    if card.deleted_micros is not None and not deleted:
        raise CardDeleted(path)
    if card.hidden_micros is not None:
        raise ContactDeleted(path)
    if card.archived_micros is not None and not archived:
        raise CardArchived(path)
    return card


async def board_step_of(actor: Actor, card: CardRow) -> BoardStep:
    """Return where a card stands.

    Raises:
        WorkflowDeleted
    """
    return await own_step(actor, card.step_key, deleted=True)


def excerpt(text: str) -> str:
    """Return what the history says of a text."""
    return text if len(text) <= EXCERPT_LENGTH else f"{text[: EXCERPT_LENGTH - 1]}…"


def card_fact(kind: type[F], card: CardRow, at: BoardStep, version: int, **more: Any) -> F:
    """Return a fact of a card that stands in a step."""
    return kind(
        card.pk,
        contact_id=more.pop("contact_id", card.contact_key),
        workflow_id=at.workflow.pk,
        workflow=at.workflow.name,
        step=at.step.id,
        step_name=at.step.name,
        title=excerpt(more.pop("title", card.name)),
        version=version,
        **more,
    )


def card_id_of(key: int | None) -> str | None:
    """Return the global id of a neighbour, None at the top."""
    return None if key is None else encode_id("Card", key)
