"""What read_job.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadJobVariables(TypedDict):
    id: str


class ReadJobJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class ReadJobJobUndo(TypedDict):
    until: str


class ReadJobJob(TypedDict):
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
    detail: ReadJobJobDetail
    undo: ReadJobJobUndo | None


class ReadJob(TypedDict):
    job: ReadJobJob | None


read_job: Operation[ReadJob] = load("jobs/read_job")
