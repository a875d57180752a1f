"""What follow_notes.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowNotesVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowNotesNotesChangedChanged(TypedDict):
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


class FollowNotesNotesChanged(TypedDict):
    cursor: str
    reset: bool
    changed: list[FollowNotesNotesChangedChanged]
    deleted: list[str]


class FollowNotes(TypedDict):
    notesChanged: FollowNotesNotesChanged


follow_notes: Operation[FollowNotes] = load("notes/follow_notes")
