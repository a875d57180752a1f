"""What restore_automation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreAutomationInput(TypedDict):
    id: str


class RestoreAutomationVariables(TypedDict):
    input: RestoreAutomationInput


class RestoreAutomationRestoreAutomationErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreAutomationRestoreAutomationErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreAutomationRestoreAutomationErrorsParameters]


class RestoreAutomationRestoreAutomation(TypedDict):
    errors: list[RestoreAutomationRestoreAutomationErrors]


class RestoreAutomation(TypedDict):
    restoreAutomation: RestoreAutomationRestoreAutomation | None


restore_automation: Operation[RestoreAutomation] = load("cards/restore_automation")
