"""What restore_step.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreStepInput(TypedDict):
    id: str


class RestoreStepVariables(TypedDict):
    input: RestoreStepInput


class RestoreStepRestoreStepStep(TypedDict):
    id: str
    version: int


class RestoreStepRestoreStepErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreStepRestoreStepErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreStepRestoreStepErrorsParameters]


class RestoreStepRestoreStep(TypedDict):
    step: RestoreStepRestoreStepStep | None
    errors: list[RestoreStepRestoreStepErrors]


class RestoreStep(TypedDict):
    restoreStep: RestoreStepRestoreStep | None


restore_step: Operation[RestoreStep] = load("workflows/restore_step")
