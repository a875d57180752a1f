"""What restore_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class LabelFilter(TypedDict):
    anyOf: NotRequired[list[str] | None]
    allOf: NotRequired[list[str] | None]
    noneOf: NotRequired[list[str] | None]


DecimalRange = TypedDict(
    "DecimalRange",
    {
        "from": "NotRequired[str | None]",
        "to": "NotRequired[str | None]",
    },
)


DateRange = TypedDict(
    "DateRange",
    {
        "from": "NotRequired[str | None]",
        "to": "NotRequired[str | None]",
    },
)


class CustomValueCondition(TypedDict):
    has: NotRequired[bool | None]
    text: NotRequired[str | None]
    url: NotRequired[str | None]
    number: NotRequired[DecimalRange | None]
    date: NotRequired[DateRange | None]
    contains: NotRequired[str | None]
    startsWith: NotRequired[str | None]
    inLastDays: NotRequired[int | None]
    notInLastDays: NotRequired[int | None]
    inNextDays: NotRequired[int | None]


CustomFieldFilter = TypedDict(
    "CustomFieldFilter",
    {
        "fieldId": "str",
        "is": "CustomValueCondition",
    },
)


TextCondition = TypedDict(
    "TextCondition",
    {
        "is": "NotRequired[str | None]",
        "isNot": "NotRequired[str | None]",
        "contains": "NotRequired[str | None]",
        "startsWith": "NotRequired[str | None]",
        "isEmpty": "NotRequired[bool | None]",
    },
)


class CountryCondition(TypedDict):
    anyOf: NotRequired[list[str] | None]
    noneOf: NotRequired[list[str] | None]
    isEmpty: NotRequired[bool | None]


class TimeCondition(TypedDict):
    between: NotRequired[DateRange | None]
    inLastDays: NotRequired[int | None]
    notInLastDays: NotRequired[int | None]


ContactFilter = TypedDict(
    "ContactFilter",
    {
        "and": "NotRequired[list[ContactFilter] | None]",
        "or": "NotRequired[list[ContactFilter] | None]",
        "not": "NotRequired[ContactFilter | None]",
        "search": "NotRequired[str | None]",
        "labels": "NotRequired[LabelFilter | None]",
        "subscription": 'NotRequired[list[Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]] | None]',
        "deleted": "NotRequired[bool | None]",
        "ids": "NotRequired[list[str] | None]",
        "custom": "NotRequired[CustomFieldFilter | None]",
        "givenName": "NotRequired[TextCondition | None]",
        "familyName": "NotRequired[TextCondition | None]",
        "company": "NotRequired[TextCondition | None]",
        "position": "NotRequired[TextCondition | None]",
        "email": "NotRequired[TextCondition | None]",
        "phone": "NotRequired[TextCondition | None]",
        "city": "NotRequired[TextCondition | None]",
        "postalCode": "NotRequired[TextCondition | None]",
        "country": "NotRequired[CountryCondition | None]",
        "created": "NotRequired[TimeCondition | None]",
        "lastActivity": "NotRequired[TimeCondition | None]",
        "has": 'NotRequired[Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "POSITION", "EMAIL", "PHONE", "ADDRESS", "CITY", "POSTAL_CODE", "COUNTRY", "PHOTO", "OPEN_TASK"] | None]',
        "lacks": 'NotRequired[Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "POSITION", "EMAIL", "PHONE", "ADDRESS", "CITY", "POSTAL_CODE", "COUNTRY", "PHOTO", "OPEN_TASK"] | None]',
        "deliverability": 'NotRequired[list[Literal["BOUNCED", "INACTIVE"]] | None]',
        "segment": "NotRequired[str | None]",
    },
)


class ContactSelection(TypedDict):
    ids: NotRequired[list[str] | None]
    filter: NotRequired[ContactFilter | None]


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
    kind: Literal["LABEL", "SUBSCRIPTION", "FIELD", "DELETION", "RESTORATION", "IMPORT"]
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
