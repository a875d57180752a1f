"""What can be done to boards and their steps."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows import service
from backend.workflows.queries.boards import steps_by_id, workflows_by_id
from backend.workflows.rows import StepRow, WorkflowRow
from backend.workflows.schema.board_inputs import (
    AddStepInput,
    AddStepPayload,
    CreateWorkflowInput,
    CreateWorkflowPayload,
    DeleteStepInput,
    DeleteStepPayload,
    DeleteWorkflowInput,
    DeleteWorkflowPayload,
    MoveStepInput,
    MoveStepPayload,
    RestoreStepInput,
    RestoreStepPayload,
    RestoreWorkflowInput,
    RestoreWorkflowPayload,
    UpdateStepInput,
    UpdateStepPayload,
    UpdateWorkflowInput,
    UpdateWorkflowPayload,
)
from backend.workflows.schema.reading import fill_boards, fill_steps
from backend.workflows.schema.types import Workflow, WorkflowStep
from backend.workflows.service import UNSET, StepChanges

_WRITE = Permission.WRITE_CONTACTS


def _board(id: strawberry.ID, *path: str) -> int:
    return decode_id(id, "Workflow", path or ("id",))


def _step(id: strawberry.ID, *path: str) -> int:
    return decode_id(id, "WorkflowStep", path or ("id",))


@strawberry.type
class BoardsMutation:
    """What can be done to boards and their steps."""

    @mutation(_WRITE, description="Make a board, the last in the list.")
    async def create_workflow(
        self, info: Info, input: CreateWorkflowInput
    ) -> CreateWorkflowPayload:
        written = await service.create_workflow(
            info.context.actor,
            given(input.name),
            input.template,
            idempotency_key=given(input.idempotency_key),
        )
        return CreateWorkflowPayload(
            workflow=await _shown_board(info, "workflow", written.workflow)
        )

    @mutation(_WRITE, description="Rename a board, unless somebody else changed it meanwhile.")
    async def update_workflow(
        self, info: Info, input: UpdateWorkflowInput
    ) -> UpdateWorkflowPayload:
        actor, key = info.context.actor, _board(input.id)
        try:
            written = await service.update_workflow(
                actor, key, input.version, name=given(input.name)
            )
        except StaleVersion as stale:
            current = (await workflows_by_id(actor, (key,))).get(key)
            return UpdateWorkflowPayload(
                conflict=await _shown_board(info, "conflict", current),
                errors=user_errors(Refusals([stale])),
            )
        return UpdateWorkflowPayload(
            workflow=await _shown_board(info, "workflow", written.workflow)
        )

    @mutation(
        _WRITE, description="Delete a board and all that is on it. It can be restored for 30 days."
    )
    async def delete_workflow(
        self, info: Info, input: DeleteWorkflowInput
    ) -> DeleteWorkflowPayload:
        await service.delete_workflow(info.context.actor, _board(input.id))
        return DeleteWorkflowPayload(deleted_id=input.id)

    @mutation(_WRITE, description="Bring back a deleted board.")
    async def restore_workflow(
        self, info: Info, input: RestoreWorkflowInput
    ) -> RestoreWorkflowPayload:
        written = await service.restore_workflow(info.context.actor, _board(input.id))
        return RestoreWorkflowPayload(
            workflow=await _shown_board(info, "workflow", written.workflow)
        )

    @mutation(_WRITE, description="Add a step to a board.")
    async def add_step(self, info: Info, input: AddStepInput) -> AddStepPayload:
        written = await service.add_step(
            info.context.actor,
            _board(input.workflow_id, "workflowId"),
            input.name,
            given(input.color),
            input.kind,
            given(input.stale_after_days),
            idempotency_key=given(input.idempotency_key),
        )
        return AddStepPayload(step=await _shown_step(info, "step", written.step))

    @mutation(
        _WRITE,
        description="Rename or recolour a step, or say when its cards are stale, unless somebody "
        "else changed it meanwhile.",
    )
    async def update_step(self, info: Info, input: UpdateStepInput) -> UpdateStepPayload:
        actor, key = info.context.actor, _step(input.id)
        name, color, days = given(input.name), given(input.color), input.stale_after_days
        changes = StepChanges(
            UNSET if name is None else name,
            UNSET if color is None else color,
            UNSET if days is strawberry.UNSET else days,
        )
        try:
            written = await service.update_step(actor, key, input.version, changes)
        except StaleVersion as stale:
            current = (await steps_by_id(actor, (key,))).get(key)
            return UpdateStepPayload(
                conflict=await _shown_step(info, "conflict", current),
                errors=user_errors(Refusals([stale])),
            )
        return UpdateStepPayload(step=await _shown_step(info, "step", written.step))

    @mutation(_WRITE, description="Put a step elsewhere among the open ones.")
    async def move_step(self, info: Info, input: MoveStepInput) -> MoveStepPayload:
        written = await service.move_step(
            info.context.actor, _step(input.id), input.version, input.position
        )
        return MoveStepPayload(step=await _shown_step(info, "step", written.step))

    @mutation(
        _WRITE,
        description="Delete a step, its cards put at the foot of another. It can be restored.",
    )
    async def delete_step(self, info: Info, input: DeleteStepInput) -> DeleteStepPayload:
        target = given(input.move_cards_to)
        await service.delete_step(
            info.context.actor,
            _step(input.id),
            input.version,
            None if target is None else _step(target, "moveCardsTo"),
        )
        return DeleteStepPayload(deleted_id=input.id)

    @mutation(
        _WRITE,
        description="Bring back a deleted step, with those of its cards that nobody moved since.",
    )
    async def restore_step(self, info: Info, input: RestoreStepInput) -> RestoreStepPayload:
        written = await service.restore_step(info.context.actor, _step(input.id))
        return RestoreStepPayload(step=await _shown_step(info, "step", written.step))


async def _shown_board(info: Info, name: str, row: WorkflowRow | None) -> Workflow | None:
    """Give the board of a payload's field what is asked of it."""
    await fill_boards(info.context.actor, [row] if row else [], Selection.of(info).at(name))
    return cast(Workflow | None, row)


async def _shown_step(info: Info, name: str, row: StepRow | None) -> WorkflowStep | None:
    """Give the step of a payload's field what is asked of it."""
    await fill_steps(info.context.actor, [row] if row else [], Selection.of(info).at(name))
    return cast(WorkflowStep | None, row)
