"""What export_contacts.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactSelection, ContactSort


class ExportContactsInput(TypedDict):
    idempotencyKey: NotRequired[str | None]
    selection: ContactSelection
    sort: NotRequired[ContactSort | None]
    format: Literal["CARNET_CSV", "GOOGLE_CSV", "OUTLOOK_CSV", "VCARD"]
    separator: NotRequired[Literal["COMMA", "SEMICOLON", "TAB"] | None]
    byteOrderMark: NotRequired[bool | None]


class ExportContactsVariables(TypedDict):
    input: ExportContactsInput


class ExportContactsExportContactsErrorsParameters(TypedDict):
    name: str
    value: str


class ExportContactsExportContactsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ExportContactsExportContactsErrorsParameters]


class ExportContactsExportContacts(TypedDict):
    url: str | None
    filename: str | None
    contactCount: int
    cursor: str | None
    errors: list[ExportContactsExportContactsErrors]


class ExportContacts(TypedDict):
    exportContacts: ExportContactsExportContacts | None


export_contacts: Operation[ExportContacts] = load("contacts/export_contacts")
