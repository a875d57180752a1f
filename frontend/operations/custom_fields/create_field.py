"""What create_field.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateCustomFieldInput(TypedDict):
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]
    idempotencyKey: NotRequired[str | None]


class CreateFieldVariables(TypedDict):
    input: CreateCustomFieldInput


class CreateFieldCreateCustomFieldCustomField(TypedDict):
    id: str
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]
    version: int
    contactCount: int


class CreateFieldCreateCustomFieldErrorsParameters(TypedDict):
    name: str
    value: str


class CreateFieldCreateCustomFieldErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateFieldCreateCustomFieldErrorsParameters]


class CreateFieldCreateCustomField(TypedDict):
    customField: CreateFieldCreateCustomFieldCustomField | None
    cursor: str | None
    errors: list[CreateFieldCreateCustomFieldErrors]


class CreateField(TypedDict):
    createCustomField: CreateFieldCreateCustomField | None


create_field: Operation[CreateField] = load("custom_fields/create_field")
