"""What count_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter


class CountContactsVariables(TypedDict):
    filter: NotRequired[ContactFilter | None]


class CountContactsContacts(TypedDict):
    totalCount: int


class CountContacts(TypedDict):
    contacts: CountContactsContacts


count_contacts: Operation[CountContacts] = load("contacts/count_contacts")
