"""What restore_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactSelection


class RestoreContactsInput(TypedDict):
    selection: NotRequired[ContactSelection | None]
    undo: NotRequired[str | None]


class RestoreContactsVariables(TypedDict):
    input: RestoreContactsInput


class RestoreContactsRestoreContactsJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class RestoreContactsRestoreContactsJobUndo(TypedDict):
    until: str


class RestoreContactsRestoreContactsJob(TypedDict):
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
    detail: RestoreContactsRestoreContactsJobDetail
    undo: RestoreContactsRestoreContactsJobUndo | None


class RestoreContactsRestoreContactsErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreContactsRestoreContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreContactsRestoreContactsErrorsParameters]


class RestoreContactsRestoreContacts(TypedDict):
    restoredCount: int
    job: RestoreContactsRestoreContactsJob | None
    cursor: str | None
    errors: list[RestoreContactsRestoreContactsErrors]


class RestoreContacts(TypedDict):
    restoreContacts: RestoreContactsRestoreContacts | None


restore_contacts: Operation[RestoreContacts] = load("contacts/restore_contacts")
