"""What create_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import (
    ContactAddressInput,
    ContactEmailInput,
    ContactPhoneInput,
    CustomValueInput,
)


class CreateContactInput(TypedDict):
    idempotencyKey: NotRequired[str | None]
    givenName: NotRequired[str | None]
    familyName: NotRequired[str | None]
    company: NotRequired[str | None]
    position: NotRequired[str | None]
    emails: list[ContactEmailInput]
    phones: list[ContactPhoneInput]
    addresses: list[ContactAddressInput]
    labelIds: list[str]
    customValues: list[CustomValueInput]
    consentSource: NotRequired[str | None]


class CreateContactVariables(TypedDict):
    input: CreateContactInput


class CreateContactCreateContactContact(TypedDict):
    id: str
    version: int
    displayName: str


class CreateContactCreateContactErrorsParameters(TypedDict):
    name: str
    value: str


class CreateContactCreateContactErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateContactCreateContactErrorsParameters]


class CreateContactCreateContact(TypedDict):
    contact: CreateContactCreateContactContact | None
    cursor: str | None
    errors: list[CreateContactCreateContactErrors]


class CreateContact(TypedDict):
    createContact: CreateContactCreateContact | None


create_contact: Operation[CreateContact] = load("contacts/create_contact")
