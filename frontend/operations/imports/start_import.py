"""What start_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class StartContactImportInput(TypedDict):
    id: str


class StartImportVariables(TypedDict):
    input: StartContactImportInput


class StartImportStartContactImportContactImport(TypedDict):
    id: str


class StartImportStartContactImportErrorsParameters(TypedDict):
    name: str
    value: str


class StartImportStartContactImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[StartImportStartContactImportErrorsParameters]


class StartImportStartContactImport(TypedDict):
    contactImport: StartImportStartContactImportContactImport | None
    errors: list[StartImportStartContactImportErrors]


class StartImport(TypedDict):
    startContactImport: StartImportStartContactImport | None


start_import: Operation[StartImport] = load("imports/start_import")
