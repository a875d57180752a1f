"""What label_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactSelection


class LabelContactsInput(TypedDict):
    selection: ContactSelection
    add: list[str]
    remove: list[str]


class LabelContactsVariables(TypedDict):
    input: LabelContactsInput


class LabelContactsLabelContactsErrorsParameters(TypedDict):
    name: str
    value: str


class LabelContactsLabelContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[LabelContactsLabelContactsErrorsParameters]


class LabelContactsLabelContacts(TypedDict):
    changedCount: int
    cursor: str | None
    errors: list[LabelContactsLabelContactsErrors]


class LabelContacts(TypedDict):
    labelContacts: LabelContactsLabelContacts | None


label_contacts: Operation[LabelContacts] = load("contacts/label_contacts")
