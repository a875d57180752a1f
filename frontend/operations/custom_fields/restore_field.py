"""What restore_field.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RestoreCustomFieldInput(TypedDict):
    id: str


class RestoreFieldVariables(TypedDict):
    input: RestoreCustomFieldInput


class RestoreFieldRestoreCustomFieldCustomField(TypedDict):
    id: str
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]
    version: int
    contactCount: int


class RestoreFieldRestoreCustomFieldErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreFieldRestoreCustomFieldErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreFieldRestoreCustomFieldErrorsParameters]


class RestoreFieldRestoreCustomField(TypedDict):
    customField: RestoreFieldRestoreCustomFieldCustomField | None
    cursor: str | None
    errors: list[RestoreFieldRestoreCustomFieldErrors]


class RestoreField(TypedDict):
    restoreCustomField: RestoreFieldRestoreCustomField | None


restore_field: Operation[RestoreField] = load("custom_fields/restore_field")
