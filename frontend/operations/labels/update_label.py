"""What update_label.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateLabelInput(TypedDict):
    id: str
    version: int
    name: NotRequired[str | None]
    color: NotRequired[Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"] | None]


class UpdateLabelVariables(TypedDict):
    input: UpdateLabelInput


class UpdateLabelUpdateLabelLabel(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    version: int
    contactCount: int


class UpdateLabelUpdateLabelErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateLabelUpdateLabelErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateLabelUpdateLabelErrorsParameters]


class UpdateLabelUpdateLabel(TypedDict):
    label: UpdateLabelUpdateLabelLabel | None
    cursor: str | None
    errors: list[UpdateLabelUpdateLabelErrors]


class UpdateLabel(TypedDict):
    updateLabel: UpdateLabelUpdateLabel | None


update_label: Operation[UpdateLabel] = load("labels/update_label")
