"""What update_automation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import AutomationActionInput


class UpdateAutomationInput(TypedDict):
    id: str
    version: int
    action: AutomationActionInput
    enabled: bool
    trigger: Literal["CARD_ENTERED_STEP", "INVOICE_PAID", "QUOTE_ACCEPTED"]
    stepId: NotRequired[str | None]


class UpdateAutomationVariables(TypedDict):
    input: UpdateAutomationInput


class UpdateAutomationUpdateAutomationConflict(TypedDict):
    id: str
    version: int
    updatedBy: str


class UpdateAutomationUpdateAutomationErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateAutomationUpdateAutomationErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateAutomationUpdateAutomationErrorsParameters]


class UpdateAutomationUpdateAutomation(TypedDict):
    conflict: UpdateAutomationUpdateAutomationConflict | None
    errors: list[UpdateAutomationUpdateAutomationErrors]


class UpdateAutomation(TypedDict):
    updateAutomation: UpdateAutomationUpdateAutomation | None


update_automation: Operation[UpdateAutomation] = load("cards/update_automation")
