"""What find_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class FindContactsVariables(TypedDict):
    search: str
    first: int


class FindContactsContactsEdgesNodePrimaryEmail(TypedDict):
    address: str


class FindContactsContactsEdgesNode(TypedDict):
    id: str
    displayName: str
    company: str | None
    primaryEmail: FindContactsContactsEdgesNodePrimaryEmail | None


class FindContactsContactsEdges(TypedDict):
    node: FindContactsContactsEdgesNode


class FindContactsContacts(TypedDict):
    edges: list[FindContactsContactsEdges]


class FindContacts(TypedDict):
    contacts: FindContactsContacts


find_contacts: Operation[FindContacts] = load("contacts/find_contacts")
