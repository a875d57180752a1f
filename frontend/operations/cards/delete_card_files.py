"""What delete_card_files.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteCardFilesInput(TypedDict):
    cardId: str
    ids: list[str]


class DeleteCardFilesVariables(TypedDict):
    input: DeleteCardFilesInput


class DeleteCardFilesDeleteCardFilesErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteCardFilesDeleteCardFilesErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteCardFilesDeleteCardFilesErrorsParameters]


class DeleteCardFilesDeleteCardFiles(TypedDict):
    errors: list[DeleteCardFilesDeleteCardFilesErrors]


class DeleteCardFiles(TypedDict):
    deleteCardFiles: DeleteCardFilesDeleteCardFiles | None


delete_card_files: Operation[DeleteCardFiles] = load("cards/delete_card_files")
