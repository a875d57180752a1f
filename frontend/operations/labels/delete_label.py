"""What delete_label.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteLabelInput(TypedDict):
    id: str


class DeleteLabelVariables(TypedDict):
    input: DeleteLabelInput


class DeleteLabelDeleteLabelErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteLabelDeleteLabelErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteLabelDeleteLabelErrorsParameters]


class DeleteLabelDeleteLabel(TypedDict):
    deletedId: str | None
    affectedCount: int
    cursor: str | None
    errors: list[DeleteLabelDeleteLabelErrors]


class DeleteLabel(TypedDict):
    deleteLabel: DeleteLabelDeleteLabel | None


delete_label: Operation[DeleteLabel] = load("labels/delete_label")
