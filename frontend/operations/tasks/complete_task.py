"""What complete_task.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CompleteTaskInput(TypedDict):
    id: str


class CompleteTaskVariables(TypedDict):
    input: CompleteTaskInput


class CompleteTaskCompleteTaskTask(TypedDict):
    id: str
    title: str
    dueOn: str | None
    dueAt: str | None


class CompleteTaskCompleteTaskErrorsParameters(TypedDict):
    name: str
    value: str


class CompleteTaskCompleteTaskErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CompleteTaskCompleteTaskErrorsParameters]


class CompleteTaskCompleteTask(TypedDict):
    task: CompleteTaskCompleteTaskTask | None
    errors: list[CompleteTaskCompleteTaskErrors]


class CompleteTask(TypedDict):
    completeTask: CompleteTaskCompleteTask | None


complete_task: Operation[CompleteTask] = load("tasks/complete_task")
