"""What erase_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactSelection


class EraseContactsInput(TypedDict):
    selection: ContactSelection


class EraseContactsVariables(TypedDict):
    input: EraseContactsInput


class EraseContactsEraseContactsJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class EraseContactsEraseContactsJobUndo(TypedDict):
    until: str


class EraseContactsEraseContactsJob(TypedDict):
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
    detail: EraseContactsEraseContactsJobDetail
    undo: EraseContactsEraseContactsJobUndo | None


class EraseContactsEraseContactsErrorsParameters(TypedDict):
    name: str
    value: str


class EraseContactsEraseContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[EraseContactsEraseContactsErrorsParameters]


class EraseContactsEraseContacts(TypedDict):
    erasedCount: int
    job: EraseContactsEraseContactsJob | None
    cursor: str | None
    errors: list[EraseContactsEraseContactsErrors]


class EraseContacts(TypedDict):
    eraseContacts: EraseContactsEraseContacts | None


erase_contacts: Operation[EraseContacts] = load("contacts/erase_contacts")
