"""What create_label.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateLabelInput(TypedDict):
    name: str
    color: NotRequired[Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"] | None]
    idempotencyKey: NotRequired[str | None]


class CreateLabelVariables(TypedDict):
    input: CreateLabelInput


class CreateLabelCreateLabelLabel(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    version: int
    contactCount: int


class CreateLabelCreateLabelErrorsParameters(TypedDict):
    name: str
    value: str


class CreateLabelCreateLabelErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateLabelCreateLabelErrorsParameters]


class CreateLabelCreateLabel(TypedDict):
    label: CreateLabelCreateLabelLabel | None
    cursor: str | None
    errors: list[CreateLabelCreateLabelErrors]


class CreateLabel(TypedDict):
    createLabel: CreateLabelCreateLabel | None


create_label: Operation[CreateLabel] = load("labels/create_label")
