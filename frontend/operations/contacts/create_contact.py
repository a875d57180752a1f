"""What create_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ContactEmailInput(TypedDict):
    id: NotRequired[str | None]
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]


class ContactPhoneInput(TypedDict):
    id: NotRequired[str | None]
    number: str
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "OTHER"]


class ContactAddressInput(TypedDict):
    id: NotRequired[str | None]
    kind: Literal["HOME", "WORK", "BILLING", "SHIPPING", "OTHER"]
    street: NotRequired[str | None]
    extended: NotRequired[str | None]
    city: NotRequired[str | None]
    region: NotRequired[str | None]
    postalCode: NotRequired[str | None]
    countryCode: NotRequired[str | None]


class CustomValueContent(TypedDict):
    text: NotRequired[str | None]
    number: NotRequired[str | None]
    date: NotRequired[str | None]
    url: NotRequired[str | None]


class CustomValueInput(TypedDict):
    fieldId: str
    value: NotRequired[CustomValueContent | None]


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
