"""What update_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateNoteInput(TypedDict):
    id: str
    version: int
    text: NotRequired[str | None]
    kind: NotRequired[Literal["MEETING_SUMMARY", "CALL_SUMMARY"] | None]


class UpdateNoteVariables(TypedDict):
    input: UpdateNoteInput


class UpdateNoteUpdateNoteNote(TypedDict):
    id: str
    kind: Literal["MEETING_SUMMARY", "CALL_SUMMARY"] | None
    text: str
    html: str
    pinned: bool
    version: int
    createdAt: str
    createdBy: str
    updatedAt: str
    updatedBy: str


class UpdateNoteUpdateNoteConflict(TypedDict):
    id: str
    kind: Literal["MEETING_SUMMARY", "CALL_SUMMARY"] | None
    text: str
    html: str
    pinned: bool
    version: int
    createdAt: str
    createdBy: str
    updatedAt: str
    updatedBy: str


class UpdateNoteUpdateNoteErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateNoteUpdateNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateNoteUpdateNoteErrorsParameters]


class UpdateNoteUpdateNote(TypedDict):
    note: UpdateNoteUpdateNoteNote | None
    conflict: UpdateNoteUpdateNoteConflict | None
    errors: list[UpdateNoteUpdateNoteErrors]


class UpdateNote(TypedDict):
    updateNote: UpdateNoteUpdateNote | None


update_note: Operation[UpdateNote] = load("notes/update_note")
