"""What can be followed of workflows."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import datetime
from typing import Annotated, cast

import strawberry

from backend.core.change_log import decode_cursor
from backend.core.graphql import Info, Selection, row_type, subscription
from backend.core.graphql.enums import describe_enum
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows import live
from backend.workflows.live import MovementKind, follow_board
from backend.workflows.schema.reading import card_wanted, fill_boards, fill_steps
from backend.workflows.schema.types import Card, Workflow, WorkflowStep

describe_enum(
    MovementKind,
    "What happened to a card, as a board sees it.",
    {
        "ENTERED": "It came onto the board: added, taken out of the archive or the trash.",
        "MOVED": "It went to another step, or to another place in its own.",
        "CHANGED": "What is on it changed; it stands where it stood.",
        "LEFT": "It is on the board no more: archived, deleted, or moved to another board.",
    },
    name="CardMovementKind",
)


@row_type(live.CardMovement)
class CardMovement:
    """What happened to a card. All but `card` tells of that time."""

    kind: MovementKind = strawberry.field(description="What happened.")
    card_id: strawberry.ID = strawberry.field(description="The global id of the card.")
    step_id: strawberry.ID | None = strawberry.field(
        description="The step that it was in then, or left; one that the board has not was "
        "deleted since. Null where the history was erased."
    )
    from_step_id: strawberry.ID | None = strawberry.field(
        description="The step that a move took it from."
    )
    after_id: strawberry.ID | None = strawberry.field(
        description="The card that it came to stand behind; null at the top of the step. Of what "
        "entered or moved."
    )
    at: datetime = strawberry.field(description="When it happened.")
    by: str = strawberry.field(description="Who did it.")
    card: Card | None = strawberry.field(
        description="The card as it is now; null when the board does not show it any more."
    )


@row_type(live.BoardEvent)
class BoardEvent:
    """A change of a board. Events come in the order in which things happened, each once."""

    cursor: str = strawberry.field(description="Resume after it with `after`.")
    reread: bool = strawberry.field(
        description="Too much changed to tell it apart: read the board again."
    )
    reread_step_ids: list[strawberry.ID] = strawberry.field(
        description="Steps whose cards have other places, in the order that they had: read their "
        "windows again before asking for more of them. Nobody sees a difference."
    )
    cards: list[CardMovement] = strawberry.field(description="What happened to cards.")
    steps: list[WorkflowStep] | None = strawberry.field(
        description="All steps of the board as they are now, in their order, where one of them was "
        "added, changed, moved, deleted or restored."
    )
    workflow: Workflow | None = strawberry.field(
        description="The board as it is now, where it was renamed, deleted or restored."
    )


@strawberry.type
class WorkflowsSubscription:
    """What can be followed of workflows."""

    @subscription(
        Permission.READ,
        description="What happens on a board, in order and without a gap; also to steps and names.",
    )
    async def board_changed(
        self,
        info: Info,
        workflow_id: Annotated[strawberry.ID, strawberry.argument(description="Which board.")],
        after: Annotated[
            str | None,
            strawberry.argument(
                description="The cursor of the last event already known, or of a payload or the "
                "viewer: nothing after it is missed. From now on when left out."
            ),
        ] = None,
    ) -> AsyncGenerator[BoardEvent, None]:
        key = decode_id(workflow_id, "Workflow", ("workflowId",))
        place = None if after is None else decode_cursor(after)
        actor, selection = info.context.actor, Selection.of(info)
        asked = card_wanted(selection.at("cards", "card"))
        async with aclosing(follow_board(actor, key, place, asked)) as events:
            async for event in events:
                await fill_steps(actor, event.steps or (), selection.at("steps"))
                boards = [event.workflow] if event.workflow else []
                await fill_boards(actor, boards, selection.at("workflow"))
                yield cast(BoardEvent, event)
