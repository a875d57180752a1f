"""What link_card_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class LinkCardContactsInput(TypedDict):
    id: str
    contactIds: list[str]


class LinkCardContactsVariables(TypedDict):
    input: LinkCardContactsInput


class LinkCardContactsLinkCardContactsErrorsParameters(TypedDict):
    name: str
    value: str


class LinkCardContactsLinkCardContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[LinkCardContactsLinkCardContactsErrorsParameters]


class LinkCardContactsLinkCardContacts(TypedDict):
    errors: list[LinkCardContactsLinkCardContactsErrors]


class LinkCardContacts(TypedDict):
    linkCardContacts: LinkCardContactsLinkCardContacts | None


link_card_contacts: Operation[LinkCardContacts] = load("cards/link_card_contacts")
