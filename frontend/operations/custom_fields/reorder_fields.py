"""What reorder_fields.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReorderCustomFieldsInput(TypedDict):
    ids: list[str]


class ReorderFieldsVariables(TypedDict):
    input: ReorderCustomFieldsInput


class ReorderFieldsReorderCustomFieldsCustomFields(TypedDict):
    id: str
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]
    version: int
    contactCount: int


class ReorderFieldsReorderCustomFieldsErrorsParameters(TypedDict):
    name: str
    value: str


class ReorderFieldsReorderCustomFieldsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ReorderFieldsReorderCustomFieldsErrorsParameters]


class ReorderFieldsReorderCustomFields(TypedDict):
    customFields: list[ReorderFieldsReorderCustomFieldsCustomFields]
    cursor: str | None
    errors: list[ReorderFieldsReorderCustomFieldsErrors]


class ReorderFields(TypedDict):
    reorderCustomFields: ReorderFieldsReorderCustomFields | None


reorder_fields: Operation[ReorderFields] = load("custom_fields/reorder_fields")
