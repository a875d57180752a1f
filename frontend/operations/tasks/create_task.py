"""What create_task.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DueInput


class CreateTaskInput(TypedDict):
    title: str
    contactId: NotRequired[str | None]
    due: NotRequired[DueInput | None]
    dueInTitle: bool
    remindAt: NotRequired[str | None]
    assigneeId: NotRequired[str | None]
    idempotencyKey: NotRequired[str | None]


class CreateTaskVariables(TypedDict):
    input: CreateTaskInput


class CreateTaskCreateTaskTask(TypedDict):
    id: str
    title: str
    dueOn: str | None
    dueAt: str | None


class CreateTaskCreateTaskErrorsParameters(TypedDict):
    name: str
    value: str


class CreateTaskCreateTaskErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateTaskCreateTaskErrorsParameters]


class CreateTaskCreateTask(TypedDict):
    task: CreateTaskCreateTaskTask | None
    errors: list[CreateTaskCreateTaskErrors]


class CreateTask(TypedDict):
    createTask: CreateTaskCreateTask | None


create_task: Operation[CreateTask] = load("tasks/create_task")
