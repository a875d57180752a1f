"""What cancel_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CancelContactImportInput(TypedDict):
    id: str


class CancelImportVariables(TypedDict):
    input: CancelContactImportInput


class CancelImportCancelContactImportContactImport(TypedDict):
    id: str


class CancelImportCancelContactImportErrorsParameters(TypedDict):
    name: str
    value: str


class CancelImportCancelContactImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CancelImportCancelContactImportErrorsParameters]


class CancelImportCancelContactImport(TypedDict):
    contactImport: CancelImportCancelContactImportContactImport | None
    errors: list[CancelImportCancelContactImportErrors]


class CancelImport(TypedDict):
    cancelContactImport: CancelImportCancelContactImport | None


cancel_import: Operation[CancelImport] = load("imports/cancel_import")
