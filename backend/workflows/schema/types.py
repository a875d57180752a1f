"""Object types and enums of workflows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.graphql import Connection, Info, Node, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.money import Money
from backend.labels.rules import LabelColor
from backend.labels.schema import Label
from backend.workflows.rows import CardAssigneeRow, CardRow, StepRow, WorkflowRow, Worth
from backend.workflows.rules.kinds import StepKind
from backend.workflows.schema.arguments import asked_with
from backend.workflows.schema.filter import CardFilterInput

describe_enum(
    StepKind,
    "Whether cards of a step are under way, or what came of them.",
    {"OPEN": "Under way.", "WON": "Won, done, solved.", "LOST": "Lost, given up."},
    name="WorkflowStepKind",
)

Filter = Annotated[
    CardFilterInput | None, strawberry.argument(description="Only such cards; all when left out.")
]
First = Annotated[
    int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
]
After = Annotated[str | None, strawberry.argument(description="Cursor that the page comes after.")]
Last = Annotated[int | None, strawberry.argument(description="How many, from the end: 0 to 200.")]
Before = Annotated[
    str | None, strawberry.argument(description="Cursor that the page comes before.")
]


@row_type(CardAssigneeRow)
class CardAssignee:
    """Whose a card is."""

    id: strawberry.ID = strawberry.field(description="The global id of the member.")
    name: str = strawberry.field(description="What they are called.")


# What follows was read ahead (see ``reading``), and is found by the arguments as they were written.
def _worth(info: Info, row: StepRow | WorkflowRow) -> Worth:
    found: Worth = row.read["worth", asked_with(info)]
    return found


def _step_count(
    info: Info,
    root: strawberry.Parent[StepRow],
    filter: Filter = strawberry.UNSET,  # noqa: ARG001
) -> int:
    return _worth(info, root).count


def _step_totals(
    info: Info,
    root: strawberry.Parent[StepRow],
    filter: Filter = strawberry.UNSET,  # noqa: ARG001
) -> list[Money]:
    return cast(list[Money], list(_worth(info, root).totals))


def _board_count(
    info: Info,
    root: strawberry.Parent[WorkflowRow],
    filter: Filter = strawberry.UNSET,  # noqa: ARG001
) -> int:
    return _worth(info, root).count


def _board_totals(
    info: Info,
    root: strawberry.Parent[WorkflowRow],
    filter: Filter = strawberry.UNSET,  # noqa: ARG001
) -> list[Money]:
    return cast(list[Money], list(_worth(info, root).totals))


def _step_cards(  # noqa: PLR0917 - a connection's own arguments
    info: Info,
    root: strawberry.Parent[StepRow],
    filter: Filter = strawberry.UNSET,  # noqa: ARG001
    first: First = strawberry.UNSET,  # noqa: ARG001
    after: After = strawberry.UNSET,  # noqa: ARG001
    last: Last = strawberry.UNSET,  # noqa: ARG001
    before: Before = strawberry.UNSET,  # noqa: ARG001
) -> Connection[Card]:
    return cast(Connection[Card], root.read["cards", asked_with(info)])


def _board_step(
    info: Info,
    root: strawberry.Parent[WorkflowRow],
    id: Annotated[strawberry.ID, strawberry.argument(description="Which step.")],  # noqa: ARG001
) -> WorkflowStep | None:
    return cast("WorkflowStep | None", root.read["step", asked_with(info)])


@row_type(CardRow)
class Card(Node):
    """Something that passes through the steps of a board: a deal, a project, a request."""

    version: int = strawberry.field(
        description="Grows with every change; an edit or a move names the one it started from."
    )
    title: str | None = strawberry.field(description="What it is about, if somebody said so.")
    name: str = strawberry.field(
        description="The title; without one what the main contact is called."
    )
    workflow: Workflow = strawberry.field(description="The board that it is on.")
    step: WorkflowStep = strawberry.field(description="The step that it is in.")
    workflow_id: strawberry.ID = strawberry.field(description="The global id of the board.")
    step_id: strawberry.ID = strawberry.field(description="The global id of the step.")
    place: str = strawberry.field(
        description="Where it stands in its step, as a cursor: `after` and `before` of the step's "
        "cards take it."
    )
    sort_key: str = strawberry.field(
        description="What orders the cards of a step, compared character by character: smaller is "
        "higher. It means nothing else, and is another one once the step was spread anew."
    )
    contact: Contact | None = strawberry.field(
        description="Its main contact; null without one, and while that is in the trash."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        description="The global id of its main contact."
    )
    contacts: list[Contact] = strawberry.field(
        description="Further contacts, in the order in which they were added."
    )
    value: Money | None = strawberry.field(description="What it is worth.")
    due_on: date | None = strawberry.field(description="The day that it is due.")
    assignee: CardAssignee | None = strawberry.field(
        description="Whose it is; null for what is nobody's."
    )
    labels: list[Label] = strawberry.field(description="By name.")
    step_entered_at: datetime = strawberry.field(description="Since when it is in its step.")
    stale: bool = strawberry.field(
        description="Whether it is in its step for longer than the step's `staleAfterDays`."
    )
    stale_from: datetime | None = strawberry.field(
        description="When it becomes stale, or did; null where nothing makes it so."
    )
    lost_reason: str | None = strawberry.field(
        description="Why it was lost, while it is in the lost step."
    )
    checklist_done: int = strawberry.field(description="Lines of its checklist that are done.")
    checklist_total: int = strawberry.field(description="Lines of its checklist.")
    archived_at: datetime | None = strawberry.field(
        description="When it was archived; null for all others."
    )
    deleted_at: datetime | None = strawberry.field(
        description="When it was deleted; null for all others."
    )
    created_at: datetime = strawberry.field(description="When it was added.")
    created_by: str = strawberry.field(description="Who added it, as named then.")
    updated_at: datetime = strawberry.field(description="When it was last changed or moved.")
    updated_by: str = strawberry.field(description="Who did that, as named then.")


@row_type(StepRow)
class WorkflowStep(Node):
    """A step of a board: a column of cards."""

    workflow_id: strawberry.ID = strawberry.field(description="The global id of its board.")
    name: str = strawberry.field(description="What it is called.")
    color: LabelColor = strawberry.field(description="Its colour.")
    kind: StepKind = strawberry.field(description="Whether its cards are under way.")
    position: int = strawberry.field(description="Its place on the board, from 0.")
    stale_after_days: int | None = strawberry.field(
        description="After how many days in it a card is stale; null for never."
    )
    version: int = strawberry.field(description="Grows with every change of the step.")
    card_count: int = strawberry.field(resolver=_step_count, description="How many cards it shows.")
    totals: list[Money] = strawberry.field(
        resolver=_step_totals,
        description="What its cards are worth together, once for each currency, by its code.",
    )
    cards: Connection[Card] = strawberry.field(
        resolver=_step_cards, description="Its cards, from the top."
    )


@row_type(WorkflowRow)
class Workflow(Node):
    """A board: steps that cards pass through, to a win or a loss."""

    name: str = strawberry.field(description="What it is called.")
    version: int = strawberry.field(description="Grows with every change of its name.")
    steps: list[WorkflowStep] = strawberry.field(
        description="In their order; what is won and lost stands last."
    )
    step: WorkflowStep | None = strawberry.field(
        resolver=_board_step, description="One of its steps; null when it has none such."
    )
    card_count: int = strawberry.field(
        resolver=_board_count, description="How many cards its steps show."
    )
    totals: list[Money] = strawberry.field(
        resolver=_board_totals,
        description="What its cards are worth together, once for each currency, by its code.",
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    created_by: str = strawberry.field(description="Who made it, as named then.")
    updated_at: datetime = strawberry.field(description="When it was last renamed or restored.")
    updated_by: str = strawberry.field(description="Who did that, as named then.")
    deleted_at: datetime | None = strawberry.field(
        description="When it was deleted; null for all others."
    )
