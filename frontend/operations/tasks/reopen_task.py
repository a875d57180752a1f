"""What reopen_task.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReopenTaskInput(TypedDict):
    id: str


class ReopenTaskVariables(TypedDict):
    input: ReopenTaskInput


class ReopenTaskReopenTaskTask(TypedDict):
    id: str
    title: str
    dueOn: str | None
    dueAt: str | None


class ReopenTaskReopenTaskErrorsParameters(TypedDict):
    name: str
    value: str


class ReopenTaskReopenTaskErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ReopenTaskReopenTaskErrorsParameters]


class ReopenTaskReopenTask(TypedDict):
    task: ReopenTaskReopenTaskTask | None
    errors: list[ReopenTaskReopenTaskErrors]


class ReopenTask(TypedDict):
    reopenTask: ReopenTaskReopenTask | None


reopen_task: Operation[ReopenTask] = load("tasks/reopen_task")
