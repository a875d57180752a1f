"""What undo_job.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class UndoJobInput(TypedDict):
    id: str


class UndoJobVariables(TypedDict):
    input: UndoJobInput


class UndoJobUndoJobJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class UndoJobUndoJobJobUndo(TypedDict):
    until: str


class UndoJobUndoJobJob(TypedDict):
    id: str
    kind: Literal["LABEL", "SUBSCRIPTION", "FIELD", "DELETION", "RESTORATION", "ERASURE", "IMPORT"]
    state: Literal["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED", "UNDOING", "UNDONE"]
    total: int
    done: int
    changedCount: int
    skippedCount: int
    restoredCount: int
    keptCount: int
    createdAt: str
    startedBy: str
    problem: str | None
    detail: UndoJobUndoJobJobDetail
    undo: UndoJobUndoJobJobUndo | None


class UndoJobUndoJobErrorsParameters(TypedDict):
    name: str
    value: str


class UndoJobUndoJobErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UndoJobUndoJobErrorsParameters]


class UndoJobUndoJob(TypedDict):
    job: UndoJobUndoJobJob | None
    cursor: str | None
    errors: list[UndoJobUndoJobErrors]


class UndoJob(TypedDict):
    undoJob: UndoJobUndoJob | None


undo_job: Operation[UndoJob] = load("jobs/undo_job")
