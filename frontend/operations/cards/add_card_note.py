"""What add_card_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class AddCardNoteInput(TypedDict):
    cardId: str
    text: str
    idempotencyKey: NotRequired[str | None]


class AddCardNoteVariables(TypedDict):
    input: AddCardNoteInput


class AddCardNoteAddCardNoteErrorsParameters(TypedDict):
    name: str
    value: str


class AddCardNoteAddCardNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AddCardNoteAddCardNoteErrorsParameters]


class AddCardNoteAddCardNote(TypedDict):
    errors: list[AddCardNoteAddCardNoteErrors]


class AddCardNote(TypedDict):
    addCardNote: AddCardNoteAddCardNote | None


add_card_note: Operation[AddCardNote] = load("cards/add_card_note")
