"""What delete_task.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteTaskInput(TypedDict):
    id: str


class DeleteTaskVariables(TypedDict):
    input: DeleteTaskInput


class DeleteTaskDeleteTaskErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteTaskDeleteTaskErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteTaskDeleteTaskErrorsParameters]


class DeleteTaskDeleteTask(TypedDict):
    deletedId: str | None
    errors: list[DeleteTaskDeleteTaskErrors]


class DeleteTask(TypedDict):
    deleteTask: DeleteTaskDeleteTask | None


delete_task: Operation[DeleteTask] = load("tasks/delete_task")
