"""What discard_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DiscardContactImportInput(TypedDict):
    id: str


class DiscardImportVariables(TypedDict):
    input: DiscardContactImportInput


class DiscardImportDiscardContactImportErrorsParameters(TypedDict):
    name: str
    value: str


class DiscardImportDiscardContactImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DiscardImportDiscardContactImportErrorsParameters]


class DiscardImportDiscardContactImport(TypedDict):
    contactImportId: str | None
    errors: list[DiscardImportDiscardContactImportErrors]


class DiscardImport(TypedDict):
    discardContactImport: DiscardImportDiscardContactImport | None


discard_import: Operation[DiscardImport] = load("imports/discard_import")
