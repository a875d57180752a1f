"""What update_card_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UpdateCardNoteInput(TypedDict):
    id: str
    version: int
    text: str


class UpdateCardNoteVariables(TypedDict):
    input: UpdateCardNoteInput


class UpdateCardNoteUpdateCardNoteConflict(TypedDict):
    id: str
    html: str
    version: int
    updatedBy: str


class UpdateCardNoteUpdateCardNoteErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateCardNoteUpdateCardNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateCardNoteUpdateCardNoteErrorsParameters]


class UpdateCardNoteUpdateCardNote(TypedDict):
    conflict: UpdateCardNoteUpdateCardNoteConflict | None
    errors: list[UpdateCardNoteUpdateCardNoteErrors]


class UpdateCardNote(TypedDict):
    updateCardNote: UpdateCardNoteUpdateCardNote | None


update_card_note: Operation[UpdateCardNote] = load("cards/update_card_note")
