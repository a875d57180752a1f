"""What delete_card_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteCardNoteInput(TypedDict):
    id: str


class DeleteCardNoteVariables(TypedDict):
    input: DeleteCardNoteInput


class DeleteCardNoteDeleteCardNoteErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteCardNoteDeleteCardNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteCardNoteDeleteCardNoteErrorsParameters]


class DeleteCardNoteDeleteCardNote(TypedDict):
    errors: list[DeleteCardNoteDeleteCardNoteErrors]


class DeleteCardNote(TypedDict):
    deleteCardNote: DeleteCardNoteDeleteCardNote | None


delete_card_note: Operation[DeleteCardNote] = load("cards/delete_card_note")
