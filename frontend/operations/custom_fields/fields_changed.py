"""What fields_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FieldsChangedVariables(TypedDict):
    after: NotRequired[str | None]


class FieldsChangedChanges(TypedDict):
    cursor: str
    kind: str
    subjectId: str


class FieldsChanged(TypedDict):
    changes: FieldsChangedChanges


fields_changed: Operation[FieldsChanged] = load("custom_fields/fields_changed")
