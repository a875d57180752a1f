"""What undo_merge.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UndoMergeInput(TypedDict):
    id: str


class UndoMergeVariables(TypedDict):
    input: UndoMergeInput


class UndoMergeUndoMergeKept(TypedDict):
    id: str


class UndoMergeUndoMergeOther(TypedDict):
    id: str


class UndoMergeUndoMergeErrorsParameters(TypedDict):
    name: str
    value: str


class UndoMergeUndoMergeErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UndoMergeUndoMergeErrorsParameters]


class UndoMergeUndoMerge(TypedDict):
    kept: UndoMergeUndoMergeKept | None
    other: UndoMergeUndoMergeOther | None
    cursor: str | None
    errors: list[UndoMergeUndoMergeErrors]


class UndoMerge(TypedDict):
    undoMerge: UndoMergeUndoMerge | None


undo_merge: Operation[UndoMerge] = load("duplicates/undo_merge")
