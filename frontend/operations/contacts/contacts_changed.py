"""What contacts_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter, ContactSort


class ContactsChangedVariables(TypedDict):
    filter: NotRequired[ContactFilter | None]
    sort: NotRequired[ContactSort | None]
    after: NotRequired[str | None]
    emails: bool
    phones: bool
    labels: bool
    addresses: bool
    trash: bool
    values: bool
    fields: NotRequired[list[str] | None]


class ContactsChangedContactsChangedEnteredContactPrimaryEmail(TypedDict):
    address: str
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]


class ContactsChangedContactsChangedEnteredContactPrimaryPhone(TypedDict):
    display: str


class ContactsChangedContactsChangedEnteredContactLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ContactsChangedContactsChangedEnteredContactAddresses(TypedDict):
    city: str | None
    countryCode: str | None


class ContactsChangedContactsChangedEnteredContactCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class ContactsChangedContactsChangedEnteredContact(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    createdAt: str
    lastActivityAt: str
    deletedAt: NotRequired[str | None]
    deletedBy: NotRequired[str | None]
    erasedFrom: NotRequired[str | None]
    primaryEmail: NotRequired[ContactsChangedContactsChangedEnteredContactPrimaryEmail | None]
    primaryPhone: NotRequired[ContactsChangedContactsChangedEnteredContactPrimaryPhone | None]
    labels: NotRequired[list[ContactsChangedContactsChangedEnteredContactLabels]]
    addresses: NotRequired[list[ContactsChangedContactsChangedEnteredContactAddresses]]
    customValues: NotRequired[list[ContactsChangedContactsChangedEnteredContactCustomValues]]


class ContactsChangedContactsChangedEntered(TypedDict):
    contact: ContactsChangedContactsChangedEnteredContact
    previousId: str | None


class ContactsChangedContactsChangedChangedContactPrimaryEmail(TypedDict):
    address: str
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]


class ContactsChangedContactsChangedChangedContactPrimaryPhone(TypedDict):
    display: str


class ContactsChangedContactsChangedChangedContactLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ContactsChangedContactsChangedChangedContactAddresses(TypedDict):
    city: str | None
    countryCode: str | None


class ContactsChangedContactsChangedChangedContactCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class ContactsChangedContactsChangedChangedContact(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    createdAt: str
    lastActivityAt: str
    deletedAt: NotRequired[str | None]
    deletedBy: NotRequired[str | None]
    erasedFrom: NotRequired[str | None]
    primaryEmail: NotRequired[ContactsChangedContactsChangedChangedContactPrimaryEmail | None]
    primaryPhone: NotRequired[ContactsChangedContactsChangedChangedContactPrimaryPhone | None]
    labels: NotRequired[list[ContactsChangedContactsChangedChangedContactLabels]]
    addresses: NotRequired[list[ContactsChangedContactsChangedChangedContactAddresses]]
    customValues: NotRequired[list[ContactsChangedContactsChangedChangedContactCustomValues]]


class ContactsChangedContactsChangedChanged(TypedDict):
    contact: ContactsChangedContactsChangedChangedContact
    previousId: str | None


class ContactsChangedContactsChanged(TypedDict):
    cursor: str
    reset: bool
    entered: list[ContactsChangedContactsChangedEntered]
    changed: list[ContactsChangedContactsChangedChanged]
    left: list[str]


class ContactsChanged(TypedDict):
    contactsChanged: ContactsChangedContactsChanged


contacts_changed: Operation[ContactsChanged] = load("contacts/contacts_changed")
