"""What list_jobs.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListJobsVariables(TypedDict):
    first: NotRequired[int | None]
    mine: NotRequired[bool | None]


class ListJobsJobsDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class ListJobsJobsUndo(TypedDict):
    until: str


class ListJobsJobs(TypedDict):
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
    detail: ListJobsJobsDetail
    undo: ListJobsJobsUndo | None


class ListJobs(TypedDict):
    jobs: list[ListJobsJobs]


list_jobs: Operation[ListJobs] = load("jobs/list_jobs")
