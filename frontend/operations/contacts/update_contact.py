"""What update_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import (
    ContactAddressInput,
    ContactEmailInput,
    ContactPhoneInput,
    CustomValueInput,
)


class UpdateContactInput(TypedDict):
    id: str
    version: int
    givenName: NotRequired[str | None]
    familyName: NotRequired[str | None]
    company: NotRequired[str | None]
    position: NotRequired[str | None]
    emails: NotRequired[list[ContactEmailInput] | None]
    phones: NotRequired[list[ContactPhoneInput] | None]
    addresses: NotRequired[list[ContactAddressInput] | None]
    labelIds: NotRequired[list[str] | None]
    customValues: NotRequired[list[CustomValueInput] | None]
    consentSource: NotRequired[str | None]


class UpdateContactVariables(TypedDict):
    input: UpdateContactInput


class UpdateContactUpdateContactContactEmails(TypedDict):
    id: str
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]
    statusChangedAt: str | None
    bouncedAt: str | None


class UpdateContactUpdateContactContactPhones(TypedDict):
    id: str
    number: str
    e164: str | None
    display: str
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "OTHER"]


class UpdateContactUpdateContactContactAddresses(TypedDict):
    id: str
    kind: Literal["HOME", "WORK", "BILLING", "SHIPPING", "OTHER"]
    street: str | None
    extended: str | None
    city: str | None
    region: str | None
    postalCode: str | None
    countryCode: str | None
    lines: list[str]


class UpdateContactUpdateContactContactLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class UpdateContactUpdateContactContactCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class UpdateContactUpdateContactContact(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    emails: list[UpdateContactUpdateContactContactEmails]
    phones: list[UpdateContactUpdateContactContactPhones]
    addresses: list[UpdateContactUpdateContactContactAddresses]
    labels: list[UpdateContactUpdateContactContactLabels]
    customValues: list[UpdateContactUpdateContactContactCustomValues]
    createdAt: str
    updatedAt: str
    lastActivityAt: str
    deletedAt: str | None
    updatedBy: str | None


class UpdateContactUpdateContactConflictCurrentEmails(TypedDict):
    id: str
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]
    statusChangedAt: str | None
    bouncedAt: str | None


class UpdateContactUpdateContactConflictCurrentPhones(TypedDict):
    id: str
    number: str
    e164: str | None
    display: str
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "OTHER"]


class UpdateContactUpdateContactConflictCurrentAddresses(TypedDict):
    id: str
    kind: Literal["HOME", "WORK", "BILLING", "SHIPPING", "OTHER"]
    street: str | None
    extended: str | None
    city: str | None
    region: str | None
    postalCode: str | None
    countryCode: str | None
    lines: list[str]


class UpdateContactUpdateContactConflictCurrentLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class UpdateContactUpdateContactConflictCurrentCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class UpdateContactUpdateContactConflictCurrent(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    emails: list[UpdateContactUpdateContactConflictCurrentEmails]
    phones: list[UpdateContactUpdateContactConflictCurrentPhones]
    addresses: list[UpdateContactUpdateContactConflictCurrentAddresses]
    labels: list[UpdateContactUpdateContactConflictCurrentLabels]
    customValues: list[UpdateContactUpdateContactConflictCurrentCustomValues]
    createdAt: str
    updatedAt: str
    lastActivityAt: str
    deletedAt: str | None
    updatedBy: str | None


class UpdateContactUpdateContactConflict(TypedDict):
    changedBy: str
    changedFields: list[str]
    current: UpdateContactUpdateContactConflictCurrent


class UpdateContactUpdateContactErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateContactUpdateContactErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateContactUpdateContactErrorsParameters]


class UpdateContactUpdateContact(TypedDict):
    contact: UpdateContactUpdateContactContact | None
    conflict: UpdateContactUpdateContactConflict | None
    cursor: str | None
    errors: list[UpdateContactUpdateContactErrors]


class UpdateContact(TypedDict):
    updateContact: UpdateContactUpdateContact | None


update_contact: Operation[UpdateContact] = load("contacts/update_contact")
