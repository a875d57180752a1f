"""What restore_card_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreCardNoteInput(TypedDict):
    id: str


class RestoreCardNoteVariables(TypedDict):
    input: RestoreCardNoteInput


class RestoreCardNoteRestoreCardNoteErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreCardNoteRestoreCardNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreCardNoteRestoreCardNoteErrorsParameters]


class RestoreCardNoteRestoreCardNote(TypedDict):
    errors: list[RestoreCardNoteRestoreCardNoteErrors]


class RestoreCardNote(TypedDict):
    restoreCardNote: RestoreCardNoteRestoreCardNote | None


restore_card_note: Operation[RestoreCardNote] = load("cards/restore_card_note")
