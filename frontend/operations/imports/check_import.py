"""What check_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CheckContactImportInput(TypedDict):
    id: str


class CheckImportVariables(TypedDict):
    input: CheckContactImportInput


class CheckImportCheckContactImportContactImport(TypedDict):
    id: str


class CheckImportCheckContactImportErrorsParameters(TypedDict):
    name: str
    value: str


class CheckImportCheckContactImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CheckImportCheckContactImportErrorsParameters]


class CheckImportCheckContactImport(TypedDict):
    contactImport: CheckImportCheckContactImportContactImport | None
    errors: list[CheckImportCheckContactImportErrors]


class CheckImport(TypedDict):
    checkContactImport: CheckImportCheckContactImport | None


check_import: Operation[CheckImport] = load("imports/check_import")
