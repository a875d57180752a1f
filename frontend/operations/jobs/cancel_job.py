"""What cancel_job.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class CancelJobInput(TypedDict):
    id: str


class CancelJobVariables(TypedDict):
    input: CancelJobInput


class CancelJobCancelJobJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class CancelJobCancelJobJobUndo(TypedDict):
    until: str


class CancelJobCancelJobJob(TypedDict):
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
    detail: CancelJobCancelJobJobDetail
    undo: CancelJobCancelJobJobUndo | None


class CancelJobCancelJobErrorsParameters(TypedDict):
    name: str
    value: str


class CancelJobCancelJobErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CancelJobCancelJobErrorsParameters]


class CancelJobCancelJob(TypedDict):
    job: CancelJobCancelJobJob | None
    cursor: str | None
    errors: list[CancelJobCancelJobErrors]


class CancelJob(TypedDict):
    cancelJob: CancelJobCancelJob | None


cancel_job: Operation[CancelJob] = load("jobs/cancel_job")
