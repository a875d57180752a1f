"""What delete_automation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteAutomationInput(TypedDict):
    id: str


class DeleteAutomationVariables(TypedDict):
    input: DeleteAutomationInput


class DeleteAutomationDeleteAutomationErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteAutomationDeleteAutomationErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteAutomationDeleteAutomationErrorsParameters]


class DeleteAutomationDeleteAutomation(TypedDict):
    errors: list[DeleteAutomationDeleteAutomationErrors]


class DeleteAutomation(TypedDict):
    deleteAutomation: DeleteAutomationDeleteAutomation | None


delete_automation: Operation[DeleteAutomation] = load("cards/delete_automation")
