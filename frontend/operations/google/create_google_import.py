"""What create_google_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateGoogleImportInput(TypedDict):
    accountId: str
    label: str
    onlyChanges: bool
    idempotencyKey: NotRequired[str | None]


class CreateGoogleImportVariables(TypedDict):
    input: CreateGoogleImportInput


class CreateGoogleImportCreateGoogleImportContactImport(TypedDict):
    id: str


class CreateGoogleImportCreateGoogleImportErrorsParameters(TypedDict):
    name: str
    value: str


class CreateGoogleImportCreateGoogleImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateGoogleImportCreateGoogleImportErrorsParameters]


class CreateGoogleImportCreateGoogleImport(TypedDict):
    contactImport: CreateGoogleImportCreateGoogleImportContactImport | None
    errors: list[CreateGoogleImportCreateGoogleImportErrors]


class CreateGoogleImport(TypedDict):
    createGoogleImport: CreateGoogleImportCreateGoogleImport | None


create_google_import: Operation[CreateGoogleImport] = load("google/create_google_import")
