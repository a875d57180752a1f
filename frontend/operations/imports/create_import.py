"""What create_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateContactImportInput(TypedDict):
    filename: str
    sizeBytes: int
    idempotencyKey: NotRequired[str | None]


class CreateImportVariables(TypedDict):
    input: CreateContactImportInput


class CreateImportCreateContactImportContactImport(TypedDict):
    id: str


class CreateImportCreateContactImportErrorsParameters(TypedDict):
    name: str
    value: str


class CreateImportCreateContactImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateImportCreateContactImportErrorsParameters]


class CreateImportCreateContactImport(TypedDict):
    contactImport: CreateImportCreateContactImportContactImport | None
    errors: list[CreateImportCreateContactImportErrors]


class CreateImport(TypedDict):
    createContactImport: CreateImportCreateContactImport | None


create_import: Operation[CreateImport] = load("imports/create_import")
