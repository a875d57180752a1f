"""What pin_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class PinNoteInput(TypedDict):
    id: str
    pinned: bool


class PinNoteVariables(TypedDict):
    input: PinNoteInput


class PinNotePinNoteNote(TypedDict):
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


class PinNotePinNoteErrorsParameters(TypedDict):
    name: str
    value: str


class PinNotePinNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[PinNotePinNoteErrorsParameters]


class PinNotePinNote(TypedDict):
    note: PinNotePinNoteNote | None
    errors: list[PinNotePinNoteErrors]


class PinNote(TypedDict):
    pinNote: PinNotePinNote | None


pin_note: Operation[PinNote] = load("notes/pin_note")
