"""What delete_step.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class DeleteStepInput(TypedDict):
    id: str
    version: int
    moveCardsTo: NotRequired[str | None]


class DeleteStepVariables(TypedDict):
    input: DeleteStepInput


class DeleteStepDeleteStepErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteStepDeleteStepErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteStepDeleteStepErrorsParameters]


class DeleteStepDeleteStep(TypedDict):
    deletedId: str | None
    errors: list[DeleteStepDeleteStepErrors]


class DeleteStep(TypedDict):
    deleteStep: DeleteStepDeleteStep | None


delete_step: Operation[DeleteStep] = load("workflows/delete_step")
