"""What change_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactSelection, CustomValueInput


class LabelsChangeInput(TypedDict):
    add: list[str]
    remove: list[str]


class SubscriptionChangeInput(TypedDict):
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]
    emails: Literal["ALL", "MAIN"]
    consentSource: NotRequired[str | None]
    consentDate: NotRequired[str | None]
    includeUnsubscribed: bool


class TextChangeInput(TypedDict):
    value: NotRequired[str | None]


class ContactsChange(TypedDict):
    labels: NotRequired[LabelsChangeInput | None]
    subscription: NotRequired[SubscriptionChangeInput | None]
    company: NotRequired[TextChangeInput | None]
    position: NotRequired[TextChangeInput | None]
    customValue: NotRequired[CustomValueInput | None]
    delete: NotRequired[bool | None]


class ChangeContactsInput(TypedDict):
    idempotencyKey: NotRequired[str | None]
    selection: ContactSelection
    change: ContactsChange


class ChangeContactsVariables(TypedDict):
    input: ChangeContactsInput


class ChangeContactsChangeContactsJobDetail(TypedDict):
    addedLabels: list[str]
    removedLabels: list[str]
    field: str | None
    fieldId: str | None
    value: str | None
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"] | None
    filename: str | None


class ChangeContactsChangeContactsJobUndo(TypedDict):
    until: str


class ChangeContactsChangeContactsJob(TypedDict):
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
    detail: ChangeContactsChangeContactsJobDetail
    undo: ChangeContactsChangeContactsJobUndo | None


class ChangeContactsChangeContactsErrorsParameters(TypedDict):
    name: str
    value: str


class ChangeContactsChangeContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ChangeContactsChangeContactsErrorsParameters]


class ChangeContactsChangeContacts(TypedDict):
    job: ChangeContactsChangeContactsJob | None
    cursor: str | None
    errors: list[ChangeContactsChangeContactsErrors]


class ChangeContacts(TypedDict):
    changeContacts: ChangeContactsChangeContacts | None


change_contacts: Operation[ChangeContacts] = load("jobs/change_contacts")
