"""What undo_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UndoContactImportInput(TypedDict):
    id: str
    dryRun: bool


class UndoImportVariables(TypedDict):
    input: UndoContactImportInput


class UndoImportUndoContactImportContactImport(TypedDict):
    id: str


class UndoImportUndoContactImportKept(TypedDict):
    id: str
    name: str


class UndoImportUndoContactImportErrorsParameters(TypedDict):
    name: str
    value: str


class UndoImportUndoContactImportErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UndoImportUndoContactImportErrorsParameters]


class UndoImportUndoContactImport(TypedDict):
    contactImport: UndoImportUndoContactImportContactImport | None
    contactCount: int
    keptCount: int
    kept: list[UndoImportUndoContactImportKept]
    errors: list[UndoImportUndoContactImportErrors]


class UndoImport(TypedDict):
    undoContactImport: UndoImportUndoContactImport | None


undo_import: Operation[UndoImport] = load("imports/undo_import")
