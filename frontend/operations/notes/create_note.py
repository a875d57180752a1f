"""What create_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateNoteInput(TypedDict):
    contactId: str
    text: str
    kind: NotRequired[Literal["MEETING_SUMMARY", "CALL_SUMMARY"] | None]
    pinned: bool
    idempotencyKey: NotRequired[str | None]


class CreateNoteVariables(TypedDict):
    input: CreateNoteInput


class CreateNoteCreateNoteNote(TypedDict):
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


class CreateNoteCreateNoteErrorsParameters(TypedDict):
    name: str
    value: str


class CreateNoteCreateNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateNoteCreateNoteErrorsParameters]


class CreateNoteCreateNote(TypedDict):
    note: CreateNoteCreateNoteNote | None
    errors: list[CreateNoteCreateNoteErrors]


class CreateNote(TypedDict):
    createNote: CreateNoteCreateNote | None


create_note: Operation[CreateNote] = load("notes/create_note")
