"""What add_step.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class AddStepInput(TypedDict):
    workflowId: str
    name: str
    color: NotRequired[Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"] | None]
    kind: Literal["OPEN", "WON", "LOST"]
    staleAfterDays: NotRequired[int | None]
    idempotencyKey: NotRequired[str | None]


class AddStepVariables(TypedDict):
    input: AddStepInput


class AddStepAddStepStep(TypedDict):
    id: str
    version: int


class AddStepAddStepErrorsParameters(TypedDict):
    name: str
    value: str


class AddStepAddStepErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AddStepAddStepErrorsParameters]


class AddStepAddStep(TypedDict):
    step: AddStepAddStepStep | None
    errors: list[AddStepAddStepErrors]


class AddStep(TypedDict):
    addStep: AddStepAddStep | None


add_step: Operation[AddStep] = load("workflows/add_step")
