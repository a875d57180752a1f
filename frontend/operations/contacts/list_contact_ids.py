"""What list_contact_ids.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter, ContactSort


class ListContactIdsVariables(TypedDict):
    first: int
    offset: int
    filter: NotRequired[ContactFilter | None]
    sort: NotRequired[ContactSort | None]


class ListContactIdsContactsEdgesNode(TypedDict):
    id: str


class ListContactIdsContactsEdges(TypedDict):
    node: ListContactIdsContactsEdgesNode


class ListContactIdsContacts(TypedDict):
    edges: list[ListContactIdsContactsEdges]


class ListContactIds(TypedDict):
    contacts: ListContactIdsContacts


list_contact_ids: Operation[ListContactIds] = load("contacts/list_contact_ids")
