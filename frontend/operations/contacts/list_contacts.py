"""What list_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter, ContactSort


class ListContactsVariables(TypedDict):
    first: NotRequired[int | None]
    after: NotRequired[str | None]
    last: NotRequired[int | None]
    before: NotRequired[str | None]
    offset: NotRequired[int | None]
    filter: NotRequired[ContactFilter | None]
    sort: NotRequired[ContactSort | None]
    total: bool
    emails: bool
    phones: bool
    labels: bool
    addresses: bool
    trash: bool
    values: bool
    fields: NotRequired[list[str] | None]


class ListContactsViewer(TypedDict):
    cursor: str | None


class ListContactsContactsEdgesNodePrimaryEmail(TypedDict):
    address: str
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]


class ListContactsContactsEdgesNodePrimaryPhone(TypedDict):
    display: str


class ListContactsContactsEdgesNodeLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ListContactsContactsEdgesNodeAddresses(TypedDict):
    city: str | None
    countryCode: str | None


class ListContactsContactsEdgesNodeCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class ListContactsContactsEdgesNode(TypedDict):
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
    primaryEmail: NotRequired[ListContactsContactsEdgesNodePrimaryEmail | None]
    primaryPhone: NotRequired[ListContactsContactsEdgesNodePrimaryPhone | None]
    labels: NotRequired[list[ListContactsContactsEdgesNodeLabels]]
    addresses: NotRequired[list[ListContactsContactsEdgesNodeAddresses]]
    customValues: NotRequired[list[ListContactsContactsEdgesNodeCustomValues]]


class ListContactsContactsEdges(TypedDict):
    cursor: str
    node: ListContactsContactsEdgesNode


class ListContactsContactsPageInfo(TypedDict):
    hasNextPage: bool
    hasPreviousPage: bool


class ListContactsContacts(TypedDict):
    edges: list[ListContactsContactsEdges]
    pageInfo: ListContactsContactsPageInfo
    totalCount: NotRequired[int]


class ListContacts(TypedDict):
    viewer: ListContactsViewer | None
    contacts: ListContactsContacts


list_contacts: Operation[ListContacts] = load("contacts/list_contacts")
