"""What move_step.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class MoveStepInput(TypedDict):
    id: str
    version: int
    position: int


class MoveStepVariables(TypedDict):
    input: MoveStepInput


class MoveStepMoveStepStep(TypedDict):
    id: str
    version: int


class MoveStepMoveStepErrorsParameters(TypedDict):
    name: str
    value: str


class MoveStepMoveStepErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[MoveStepMoveStepErrorsParameters]


class MoveStepMoveStep(TypedDict):
    step: MoveStepMoveStepStep | None
    errors: list[MoveStepMoveStepErrors]


class MoveStep(TypedDict):
    moveStep: MoveStepMoveStep | None


move_step: Operation[MoveStep] = load("workflows/move_step")
