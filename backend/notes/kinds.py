"""What a note may sum up."""

from __future__ import annotations

from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is about, when the client took part in it; a note of other things has none."""

    MEETING_SUMMARY = "meeting"
    CALL_SUMMARY = "call"
