"""What contact_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ContactChangedVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class ContactChangedContactChangedContactEmails(TypedDict):
    id: str
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]
    statusChangedAt: str | None
    bouncedAt: str | None


class ContactChangedContactChangedContactPhones(TypedDict):
    id: str
    number: str
    e164: str | None
    display: str
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "OTHER"]


class ContactChangedContactChangedContactAddresses(TypedDict):
    id: str
    kind: Literal["HOME", "WORK", "BILLING", "SHIPPING", "OTHER"]
    street: str | None
    extended: str | None
    city: str | None
    region: str | None
    postalCode: str | None
    countryCode: str | None
    lines: list[str]


class ContactChangedContactChangedContactLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ContactChangedContactChangedContactCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class ContactChangedContactChangedContact(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    emails: list[ContactChangedContactChangedContactEmails]
    phones: list[ContactChangedContactChangedContactPhones]
    addresses: list[ContactChangedContactChangedContactAddresses]
    labels: list[ContactChangedContactChangedContactLabels]
    customValues: list[ContactChangedContactChangedContactCustomValues]
    createdAt: str
    updatedAt: str
    lastActivityAt: str
    deletedAt: str | None
    updatedBy: str | None


class ContactChangedContactChanged(TypedDict):
    cursor: str
    kind: str
    actorName: str
    contact: ContactChangedContactChangedContact | None


class ContactChanged(TypedDict):
    contactChanged: ContactChangedContactChanged


contact_changed: Operation[ContactChanged] = load("contacts/contact_changed")
