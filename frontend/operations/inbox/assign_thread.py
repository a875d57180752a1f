"""What assign_thread.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class AssignThreadInput(TypedDict):
    id: str
    contactId: str


class AssignThreadVariables(TypedDict):
    input: AssignThreadInput


class AssignThreadAssignThreadThread(TypedDict):
    id: str


class AssignThreadAssignThreadErrorsParameters(TypedDict):
    name: str
    value: str


class AssignThreadAssignThreadErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AssignThreadAssignThreadErrorsParameters]


class AssignThreadAssignThread(TypedDict):
    thread: AssignThreadAssignThreadThread | None
    errors: list[AssignThreadAssignThreadErrors]


class AssignThread(TypedDict):
    assignThread: AssignThreadAssignThread | None


assign_thread: Operation[AssignThread] = load("inbox/assign_thread")
