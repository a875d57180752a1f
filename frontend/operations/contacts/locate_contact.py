"""What locate_contact.graphql takes and answers.

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


CustomFieldFilter = TypedDict(
    "CustomFieldFilter",
    {
        "fieldId": "str",
        "is": "CustomValueCondition",
    },
)


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
    },
)


class ContactSort(TypedDict):
    field: Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "LAST_ACTIVITY", "CREATED"]
    customFieldId: NotRequired[str | None]
    direction: Literal["ASC", "DESC"]


class LocateContactVariables(TypedDict):
    id: str
    filter: NotRequired[ContactFilter | None]
    sort: NotRequired[ContactSort | None]


class LocateContactContacts(TypedDict):
    totalCount: int


class LocateContact(TypedDict):
    contactPosition: int | None
    contacts: LocateContactContacts


locate_contact: Operation[LocateContact] = load("contacts/locate_contact")
