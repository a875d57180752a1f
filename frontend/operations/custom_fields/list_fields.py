"""What list_fields.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListFieldsVariables(TypedDict):
    pass


class ListFieldsCustomFields(TypedDict):
    id: str
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]
    version: int
    contactCount: int


class ListFields(TypedDict):
    customFields: list[ListFieldsCustomFields]


list_fields: Operation[ListFields] = load("custom_fields/list_fields")
