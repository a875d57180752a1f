"""What delete_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactSelection


class DeleteContactsInput(TypedDict):
    selection: ContactSelection


class DeleteContactsVariables(TypedDict):
    input: DeleteContactsInput


class DeleteContactsDeleteContactsJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class DeleteContactsDeleteContactsJobUndo(TypedDict):
    until: str


class DeleteContactsDeleteContactsJob(TypedDict):
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
    detail: DeleteContactsDeleteContactsJobDetail
    undo: DeleteContactsDeleteContactsJobUndo | None


class DeleteContactsDeleteContactsErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteContactsDeleteContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteContactsDeleteContactsErrorsParameters]


class DeleteContactsDeleteContacts(TypedDict):
    deletedCount: int
    job: DeleteContactsDeleteContactsJob | None
    cursor: str | None
    errors: list[DeleteContactsDeleteContactsErrors]


class DeleteContacts(TypedDict):
    deleteContacts: DeleteContactsDeleteContacts | None


delete_contacts: Operation[DeleteContacts] = load("contacts/delete_contacts")
