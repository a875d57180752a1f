"""What configure_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ImportFieldInput(TypedDict):
    field: str
    kind: NotRequired[Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "BILLING", "SHIPPING", "OTHER"] | None]
    number: int


class NewImportFieldInput(TypedDict):
    name: str
    kind: Literal["TEXT", "NUMBER", "DATE", "URL"]


class ImportTarget(TypedDict):
    skip: NotRequired[bool | None]
    field: NotRequired[ImportFieldInput | None]
    customFieldId: NotRequired[str | None]
    newCustomField: NotRequired[NewImportFieldInput | None]


class ImportColumnInput(TypedDict):
    index: int
    target: NotRequired[ImportTarget | None]


class ConfigureContactImportInput(TypedDict):
    id: str
    columns: list[ImportColumnInput]
    encoding: NotRequired[str | None]
    separator: NotRequired[str | None]
    sheet: NotRequired[str | None]
    hasHeader: NotRequired[bool | None]
    existing: NotRequired[Literal["SKIP", "FILL", "OVERWRITE"] | None]
    subscribed: NotRequired[bool | None]
    consentSource: NotRequired[str | None]
    consentDate: NotRequired[str | None]
    labelIds: NotRequired[list[str] | None]
    newLabels: NotRequired[list[str] | None]


class ConfigureImportVariables(TypedDict):
    input: ConfigureContactImportInput


class ConfigureImportConfigureContactImportContactImport(TypedDict):
    id: str


class ConfigureImportConfigureContactImportErrorsParameters(TypedDict):
    name: str
    value: str


class ConfigureImportConfigureContactImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ConfigureImportConfigureContactImportErrorsParameters]


class ConfigureImportConfigureContactImport(TypedDict):
    contactImport: ConfigureImportConfigureContactImportContactImport | None
    errors: list[ConfigureImportConfigureContactImportErrors]


class ConfigureImport(TypedDict):
    configureContactImport: ConfigureImportConfigureContactImport | None


configure_import: Operation[ConfigureImport] = load("imports/configure_import")
