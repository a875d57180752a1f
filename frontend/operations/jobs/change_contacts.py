"""What change_contacts.graphql takes and answers.

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


class CustomValueContent(TypedDict):
    text: NotRequired[str | None]
    number: NotRequired[str | None]
    date: NotRequired[str | None]
    url: NotRequired[str | None]


class CustomValueInput(TypedDict):
    fieldId: str
    value: NotRequired[CustomValueContent | None]


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
