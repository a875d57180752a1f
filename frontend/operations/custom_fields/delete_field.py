"""What delete_field.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteCustomFieldInput(TypedDict):
    id: str


class DeleteFieldVariables(TypedDict):
    input: DeleteCustomFieldInput


class DeleteFieldDeleteCustomFieldErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteFieldDeleteCustomFieldErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteFieldDeleteCustomFieldErrorsParameters]


class DeleteFieldDeleteCustomField(TypedDict):
    deletedId: str | None
    affectedCount: int
    cursor: str | None
    errors: list[DeleteFieldDeleteCustomFieldErrors]


class DeleteField(TypedDict):
    deleteCustomField: DeleteFieldDeleteCustomField | None


delete_field: Operation[DeleteField] = load("custom_fields/delete_field")
