"""What create_automation.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import AutomationActionInput


class CreateAutomationInput(TypedDict):
    action: AutomationActionInput
    trigger: Literal["CARD_ENTERED_STEP", "INVOICE_PAID", "QUOTE_ACCEPTED"]
    stepId: NotRequired[str | None]
    workflowId: NotRequired[str | None]
    enabled: bool
    idempotencyKey: NotRequired[str | None]


class CreateAutomationVariables(TypedDict):
    input: CreateAutomationInput


class CreateAutomationCreateAutomationErrorsParameters(TypedDict):
    name: str
    value: str


class CreateAutomationCreateAutomationErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateAutomationCreateAutomationErrorsParameters]


class CreateAutomationCreateAutomation(TypedDict):
    errors: list[CreateAutomationCreateAutomationErrors]


class CreateAutomation(TypedDict):
    createAutomation: CreateAutomationCreateAutomation | None


create_automation: Operation[CreateAutomation] = load("cards/create_automation")
