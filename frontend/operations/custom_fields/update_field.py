"""What update_field.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class UpdateCustomFieldInput(TypedDict):
    id: str
    version: int
    name: str


class UpdateFieldVariables(TypedDict):
    input: UpdateCustomFieldInput


class UpdateFieldUpdateCustomFieldCustomField(TypedDict):
    id: str
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]
    version: int
    contactCount: int


class UpdateFieldUpdateCustomFieldErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateFieldUpdateCustomFieldErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateFieldUpdateCustomFieldErrorsParameters]


class UpdateFieldUpdateCustomField(TypedDict):
    customField: UpdateFieldUpdateCustomFieldCustomField | None
    cursor: str | None
    errors: list[UpdateFieldUpdateCustomFieldErrors]


class UpdateField(TypedDict):
    updateCustomField: UpdateFieldUpdateCustomField | None


update_field: Operation[UpdateField] = load("custom_fields/update_field")
