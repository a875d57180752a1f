"""What restore_card_files.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreCardFilesInput(TypedDict):
    cardId: str
    ids: list[str]


class RestoreCardFilesVariables(TypedDict):
    input: RestoreCardFilesInput


class RestoreCardFilesRestoreCardFilesErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreCardFilesRestoreCardFilesErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreCardFilesRestoreCardFilesErrorsParameters]


class RestoreCardFilesRestoreCardFiles(TypedDict):
    errors: list[RestoreCardFilesRestoreCardFilesErrors]


class RestoreCardFiles(TypedDict):
    restoreCardFiles: RestoreCardFilesRestoreCardFiles | None


restore_card_files: Operation[RestoreCardFiles] = load("cards/restore_card_files")
