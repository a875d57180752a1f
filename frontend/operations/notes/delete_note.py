"""What delete_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteNoteInput(TypedDict):
    id: str


class DeleteNoteVariables(TypedDict):
    input: DeleteNoteInput


class DeleteNoteDeleteNoteErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteNoteDeleteNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteNoteDeleteNoteErrorsParameters]


class DeleteNoteDeleteNote(TypedDict):
    deletedId: str | None
    errors: list[DeleteNoteDeleteNoteErrors]


class DeleteNote(TypedDict):
    deleteNote: DeleteNoteDeleteNote | None


delete_note: Operation[DeleteNote] = load("notes/delete_note")
