"""What update_step.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateStepInput(TypedDict):
    id: str
    version: int
    name: NotRequired[str | None]
    color: NotRequired[Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"] | None]
    staleAfterDays: NotRequired[int | None]


class UpdateStepVariables(TypedDict):
    input: UpdateStepInput


class UpdateStepUpdateStepStep(TypedDict):
    id: str
    version: int


class UpdateStepUpdateStepErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateStepUpdateStepErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateStepUpdateStepErrorsParameters]


class UpdateStepUpdateStep(TypedDict):
    step: UpdateStepUpdateStepStep | None
    errors: list[UpdateStepUpdateStepErrors]


class UpdateStep(TypedDict):
    updateStep: UpdateStepUpdateStep | None


update_step: Operation[UpdateStep] = load("workflows/update_step")
