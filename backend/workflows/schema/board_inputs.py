"""What mutations of boards and steps take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.enums import describe_enum
from backend.labels.rules import LabelColor
from backend.workflows.rules.kinds import StepKind, WorkflowTemplate
from backend.workflows.schema.types import Workflow, WorkflowStep

describe_enum(
    WorkflowTemplate,
    "What a new board begins with, in the language of whoever makes it.",
    {
        "SALES": "Steps of a sale.",
        "WEB_PROJECT": "Steps of a web project.",
        "SUPPORT": "Steps of a request for help.",
        "EMPTY": "One step, and one for what is done.",
    },
)
_KEY = (
    "The same key and input again answer with the first result. Not blank, at most 200 characters."
)


@strawberry.input
class CreateWorkflowInput:
    """A new board."""

    template: WorkflowTemplate = strawberry.field(
        default=WorkflowTemplate.EMPTY, description="What it begins with."
    )
    name: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="At most 80 characters; the template's own name when left out.",
    )
    idempotency_key: str | None = strawberry.field(default=strawberry.UNSET, description=_KEY)


@strawberry.input
class UpdateWorkflowInput:
    """A change of a board."""

    id: strawberry.ID = strawberry.field(description="Which board.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str | None = strawberry.field(default=strawberry.UNSET, description="Its new name.")


@strawberry.input
class DeleteWorkflowInput:
    """The board to delete."""

    id: strawberry.ID = strawberry.field(description="Which board.")


@strawberry.input
class RestoreWorkflowInput:
    """The deleted board to bring back."""

    id: strawberry.ID = strawberry.field(description="Which board.")


@strawberry.input
class AddStepInput:
    """A step to add, behind the open ones."""

    workflow_id: strawberry.ID = strawberry.field(description="To which board.")
    name: str = strawberry.field(description="At most 80 characters.")
    color: LabelColor | None = strawberry.field(
        default=strawberry.UNSET, description="By default one that the board has least."
    )
    kind: StepKind = strawberry.field(
        default=StepKind.OPEN,
        description="LOST for the board's step for what is lost, if it has none. Every board has "
        "its WON one.",
    )
    stale_after_days: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="After how many days its cards are stale: 1 to 3,650; never when left out.",
    )
    idempotency_key: str | None = strawberry.field(default=strawberry.UNSET, description=_KEY)


@strawberry.input
class UpdateStepInput:
    """A change of a step; what is left out stays."""

    id: strawberry.ID = strawberry.field(description="Which step.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str | None = strawberry.field(default=strawberry.UNSET, description="Its new name.")
    color: LabelColor | None = strawberry.field(
        default=strawberry.UNSET, description="Its new colour."
    )
    stale_after_days: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="After how many days its cards are stale: 1 to 3,650; null for never.",
    )


@strawberry.input
class MoveStepInput:
    """Where a step goes."""

    id: strawberry.ID = strawberry.field(description="Which step; an open one.")
    version: int = strawberry.field(description="The version that the move started from.")
    position: int = strawberry.field(
        description="Its place among the open steps, from 0; beyond the last is the last."
    )


@strawberry.input
class DeleteStepInput:
    """The step to delete."""

    id: strawberry.ID = strawberry.field(description="Which step.")
    version: int = strawberry.field(description="The version that whoever deletes it saw.")
    move_cards_to: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="The step of the same board at whose foot its cards go, archived and deleted "
        "ones too; needed where there are any.",
    )


@strawberry.input
class RestoreStepInput:
    """The deleted step to bring back."""

    id: strawberry.ID = strawberry.field(description="Which step.")


@strawberry.type
class CreateWorkflowPayload(Payload):
    """What making a board answers."""

    workflow: Workflow | None = strawberry.field(default=None, description="The new board.")


@strawberry.type
class UpdateWorkflowPayload(Payload):
    """What changing a board answers."""

    workflow: Workflow | None = strawberry.field(
        default=None, description="The board as it is now."
    )
    conflict: Workflow | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class DeleteWorkflowPayload(Payload):
    """What deleting a board answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The board that is gone; `restoreWorkflow` brings it back."
    )


@strawberry.type
class RestoreWorkflowPayload(Payload):
    """What restoring a board answers."""

    workflow: Workflow | None = strawberry.field(
        default=None, description="The board as it is now."
    )


@strawberry.type
class AddStepPayload(Payload):
    """What adding a step answers."""

    step: WorkflowStep | None = strawberry.field(default=None, description="The new step.")


@strawberry.type
class UpdateStepPayload(Payload):
    """What changing a step answers."""

    step: WorkflowStep | None = strawberry.field(default=None, description="The step as it is now.")
    conflict: WorkflowStep | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class MoveStepPayload(Payload):
    """What moving a step answers."""

    step: WorkflowStep | None = strawberry.field(default=None, description="The step as it is now.")


@strawberry.type
class DeleteStepPayload(Payload):
    """What deleting a step answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="The step that is gone; `restoreStep` brings it back, with those of its cards "
        "that nobody moved since.",
    )


@strawberry.type
class RestoreStepPayload(Payload):
    """What restoring a step answers."""

    step: WorkflowStep | None = strawberry.field(default=None, description="The step as it is now.")
