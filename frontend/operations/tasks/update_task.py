"""What update_task.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DueInput


class UpdateTaskInput(TypedDict):
    id: str
    version: int
    title: NotRequired[str | None]
    contactId: NotRequired[str | None]
    due: NotRequired[DueInput | None]
    remindAt: NotRequired[str | None]
    assigneeId: NotRequired[str | None]


class UpdateTaskVariables(TypedDict):
    input: UpdateTaskInput


class UpdateTaskUpdateTaskTaskContact(TypedDict):
    id: str
    displayName: str


class UpdateTaskUpdateTaskTaskAssignee(TypedDict):
    id: str
    name: str


class UpdateTaskUpdateTaskTask(TypedDict):
    id: str
    title: str
    state: Literal["OPEN", "COMPLETED"]
    version: int
    contact: UpdateTaskUpdateTaskTaskContact | None
    assignee: UpdateTaskUpdateTaskTaskAssignee | None
    dueOn: str | None
    dueAt: str | None
    remindAt: str | None
    completedAt: str | None


class UpdateTaskUpdateTaskConflictCurrentContact(TypedDict):
    id: str
    displayName: str


class UpdateTaskUpdateTaskConflictCurrentAssignee(TypedDict):
    id: str
    name: str


class UpdateTaskUpdateTaskConflictCurrent(TypedDict):
    id: str
    title: str
    state: Literal["OPEN", "COMPLETED"]
    version: int
    contact: UpdateTaskUpdateTaskConflictCurrentContact | None
    assignee: UpdateTaskUpdateTaskConflictCurrentAssignee | None
    dueOn: str | None
    dueAt: str | None
    remindAt: str | None
    completedAt: str | None


class UpdateTaskUpdateTaskConflict(TypedDict):
    current: UpdateTaskUpdateTaskConflictCurrent
    changedBy: str


class UpdateTaskUpdateTaskErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateTaskUpdateTaskErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateTaskUpdateTaskErrorsParameters]


class UpdateTaskUpdateTask(TypedDict):
    task: UpdateTaskUpdateTaskTask | None
    conflict: UpdateTaskUpdateTaskConflict | None
    errors: list[UpdateTaskUpdateTaskErrors]


class UpdateTask(TypedDict):
    updateTask: UpdateTaskUpdateTask | None


update_task: Operation[UpdateTask] = load("tasks/update_task")
