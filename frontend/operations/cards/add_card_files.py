"""What add_card_files.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class AddCardFilesInput(TypedDict):
    cardId: str
    uploadIds: list[str]


class AddCardFilesVariables(TypedDict):
    input: AddCardFilesInput


class AddCardFilesAddCardFilesErrorsParameters(TypedDict):
    name: str
    value: str


class AddCardFilesAddCardFilesErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AddCardFilesAddCardFilesErrorsParameters]


class AddCardFilesAddCardFiles(TypedDict):
    errors: list[AddCardFilesAddCardFilesErrors]


class AddCardFiles(TypedDict):
    addCardFiles: AddCardFilesAddCardFiles | None


add_card_files: Operation[AddCardFiles] = load("cards/add_card_files")
