"""What list_kept_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class ListKeptContactsVariables(TypedDict):
    id: str
    first: NotRequired[int | None]


class ListKeptContactsJobKeptContacts(TypedDict):
    id: str
    displayName: str


class ListKeptContacts(TypedDict):
    jobKeptContacts: list[ListKeptContactsJobKeptContacts]


list_kept_contacts: Operation[ListKeptContacts] = load("jobs/list_kept_contacts")
