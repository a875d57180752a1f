"""What job_progress.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class JobProgressVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class JobProgressJobProgressJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class JobProgressJobProgressJobUndo(TypedDict):
    until: str


class JobProgressJobProgressJob(TypedDict):
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
    detail: JobProgressJobProgressJobDetail
    undo: JobProgressJobProgressJobUndo | None


class JobProgressJobProgress(TypedDict):
    cursor: str
    job: JobProgressJobProgressJob


class JobProgress(TypedDict):
    jobProgress: JobProgressJobProgress


job_progress: Operation[JobProgress] = load("jobs/job_progress")
