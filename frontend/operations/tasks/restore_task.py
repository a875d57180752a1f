"""What restore_task.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreTaskInput(TypedDict):
    id: str


class RestoreTaskVariables(TypedDict):
    input: RestoreTaskInput


class RestoreTaskRestoreTaskTask(TypedDict):
    id: str
    title: str
    dueOn: str | None
    dueAt: str | None


class RestoreTaskRestoreTaskErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreTaskRestoreTaskErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreTaskRestoreTaskErrorsParameters]


class RestoreTaskRestoreTask(TypedDict):
    task: RestoreTaskRestoreTaskTask | None
    errors: list[RestoreTaskRestoreTaskErrors]


class RestoreTask(TypedDict):
    restoreTask: RestoreTaskRestoreTask | None


restore_task: Operation[RestoreTask] = load("tasks/restore_task")
