"""What locate_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter, ContactSort


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
