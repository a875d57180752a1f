"""What can be done to tasks."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.tasks import service
from backend.tasks.queries import tasks_by_id
from backend.tasks.schema.inputs import (
    CompleteTaskInput,
    CompleteTaskPayload,
    CreateTaskInput,
    CreateTaskPayload,
    DeleteTaskInput,
    DeleteTaskPayload,
    ReopenTaskInput,
    ReopenTaskPayload,
    RestoreTaskInput,
    RestoreTaskPayload,
    UpdateTaskInput,
    UpdateTaskPayload,
)
from backend.tasks.schema.types import Task, TaskConflict, wanted
from backend.tasks.service import TaskWritten

_WRITE = Permission.WRITE_CONTACTS


def _key(id: strawberry.ID) -> int:
    return decode_id(id, "Task", ("id",))


@strawberry.type
class TasksMutation:
    """What can be done to tasks."""

    @mutation(_WRITE, description="Add a task.")
    async def create_task(self, info: Info, input: CreateTaskInput) -> CreateTaskPayload:
        written = await service.create_task(
            info.context.actor, input.to_draft(), idempotency_key=given(input.idempotency_key)
        )
        return CreateTaskPayload(task=await _answered(info, written), cursor=written.cursor or None)

    @mutation(_WRITE, description="Change a task, unless somebody else did meanwhile.")
    async def update_task(self, info: Info, input: UpdateTaskInput) -> UpdateTaskPayload:
        key = _key(input.id)
        try:
            written = await service.update_task(
                info.context.actor, key, input.version, input.to_changes()
            )
        except StaleVersion as stale:
            asked = wanted(Selection.of(info).at("conflict", "current"))
            current = (await tasks_by_id(info.context.actor, (key,), asked))[key]
            conflict = TaskConflict(current=cast(Task, current), changed_by=current.updated_by)
            return UpdateTaskPayload(conflict=conflict, errors=user_errors(Refusals([stale])))
        return UpdateTaskPayload(task=await _answered(info, written), cursor=written.cursor or None)

    @mutation(_WRITE, description="Say that a task is done.")
    async def complete_task(self, info: Info, input: CompleteTaskInput) -> CompleteTaskPayload:
        written = await service.complete_task(info.context.actor, _key(input.id))
        return CompleteTaskPayload(
            task=await _answered(info, written), cursor=written.cursor or None
        )

    @mutation(_WRITE, description="Say that a completed task is to be done again.")
    async def reopen_task(self, info: Info, input: ReopenTaskInput) -> ReopenTaskPayload:
        written = await service.reopen_task(info.context.actor, _key(input.id))
        return ReopenTaskPayload(task=await _answered(info, written), cursor=written.cursor or None)

    @mutation(_WRITE, description="Delete a task. It can be restored for 30 days.")
    async def delete_task(self, info: Info, input: DeleteTaskInput) -> DeleteTaskPayload:
        written = await service.delete_task(info.context.actor, _key(input.id))
        return DeleteTaskPayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_WRITE, description="Bring back a deleted task.")
    async def restore_task(self, info: Info, input: RestoreTaskInput) -> RestoreTaskPayload:
        written = await service.restore_task(info.context.actor, _key(input.id))
        return RestoreTaskPayload(
            task=await _answered(info, written), cursor=written.cursor or None
        )


async def _answered(info: Info, written: TaskWritten) -> Task:
    asked = wanted(Selection.of(info).at("task"))
    if asked is None:
        return cast(Task, written.task)
    found = await tasks_by_id(info.context.actor, (written.task.pk,), asked, deleted=True)
    return cast(Task, found[written.task.pk])
