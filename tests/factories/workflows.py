"""Boards and cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.core.permissions import Actor
from backend.workflows.queries.boards import steps_of
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.rows import CardRow, CardWanted, StepRow, WorkflowRow
from backend.workflows.rules.kinds import WorkflowTemplate
from backend.workflows.service import CardDraft, CardMove, add_card, create_workflow, move_card


@dataclass(frozen=True)
class NewBoard:
    """A board and its steps, in their order."""

    workflow: WorkflowRow
    steps: list[StepRow]

    def step(self, kind: str) -> StepRow:
        """Return the first step of a kind."""
        return next(step for step in self.steps if step.kind == kind)


async def new_board(
    actor: Actor, template: WorkflowTemplate = WorkflowTemplate.SALES, name: str | None = None
) -> NewBoard:
    """Make a board."""
    written = await create_workflow(actor, name, template)
    key = written.workflow.pk
    return NewBoard(written.workflow, (await steps_of(actor, (key,)))[key])


async def new_card(
    actor: Actor, board: NewBoard, title: str | None = "New site", place: int = 0, **more: Any
) -> CardRow:
    """Add a card to a step of a board, by its place."""
    draft = CardDraft(board.steps[place].pk, title, **more)
    return (await add_card(actor, draft)).card


async def read_card(actor: Actor, card_id: int) -> CardRow:
    """Return a card as it is now, with its step and labels."""
    found = await cards_by_id(actor, (card_id,), CardWanted(labels=True, step=True), deleted=True)
    return found[card_id]


async def shift_card(
    actor: Actor, card: CardRow, step: StepRow, reason: str | None = None
) -> CardRow:
    """Move a card to the end of a step."""
    now = await read_card(actor, card.pk)
    move = CardMove(step.pk, now.version, lost_reason=reason)
    return (await move_card(actor, card.pk, move)).card
