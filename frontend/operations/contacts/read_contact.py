"""What read_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadContactVariables(TypedDict):
    id: str


class ReadContactViewer(TypedDict):
    cursor: str | None


class ReadContactContactEmails(TypedDict):
    id: str
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]
    statusChangedAt: str | None
    bouncedAt: str | None


class ReadContactContactPhones(TypedDict):
    id: str
    number: str
    e164: str | None
    display: str
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "OTHER"]


class ReadContactContactAddresses(TypedDict):
    id: str
    kind: Literal["HOME", "WORK", "BILLING", "SHIPPING", "OTHER"]
    street: str | None
    extended: str | None
    city: str | None
    region: str | None
    postalCode: str | None
    countryCode: str | None
    lines: list[str]


class ReadContactContactLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ReadContactContactCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class ReadContactContact(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    emails: list[ReadContactContactEmails]
    phones: list[ReadContactContactPhones]
    addresses: list[ReadContactContactAddresses]
    labels: list[ReadContactContactLabels]
    customValues: list[ReadContactContactCustomValues]
    createdAt: str
    updatedAt: str
    lastActivityAt: str
    deletedAt: str | None
    updatedBy: str | None


class ReadContact(TypedDict):
    viewer: ReadContactViewer | None
    contact: ReadContactContact | None


read_contact: Operation[ReadContact] = load("contacts/read_contact")
