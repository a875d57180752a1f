"""What labels_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class LabelsChangedVariables(TypedDict):
    after: NotRequired[str | None]


class LabelsChangedChanges(TypedDict):
    cursor: str
    kind: str
    subjectId: str


class LabelsChanged(TypedDict):
    changes: LabelsChangedChanges


labels_changed: Operation[LabelsChanged] = load("labels/labels_changed")
