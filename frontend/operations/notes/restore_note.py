"""What restore_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RestoreNoteInput(TypedDict):
    id: str


class RestoreNoteVariables(TypedDict):
    input: RestoreNoteInput


class RestoreNoteRestoreNoteNote(TypedDict):
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


class RestoreNoteRestoreNoteErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreNoteRestoreNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreNoteRestoreNoteErrorsParameters]


class RestoreNoteRestoreNote(TypedDict):
    note: RestoreNoteRestoreNoteNote | None
    errors: list[RestoreNoteRestoreNoteErrors]


class RestoreNote(TypedDict):
    restoreNote: RestoreNoteRestoreNote | None


restore_note: Operation[RestoreNote] = load("notes/restore_note")
