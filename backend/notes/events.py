"""What happened to notes, as the log and a contact's story keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.contacts.events import AboutContact


@dataclass(frozen=True, slots=True)
class AboutNote(AboutContact):
    """``note_kind`` is what it sums up, if anything; ``excerpt`` how it begins."""

    subject_type: ClassVar[str] = "Note"

    note_kind: str | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class NoteAdded(AboutNote):
    kind: ClassVar[str] = "note.added"


@dataclass(frozen=True, slots=True)
class NoteEdited(AboutNote):
    kind: ClassVar[str] = "note.edited"


@dataclass(frozen=True, slots=True)
class NotePinned(AboutNote):
    kind: ClassVar[str] = "note.pinned"


@dataclass(frozen=True, slots=True)
class NoteUnpinned(AboutNote):
    kind: ClassVar[str] = "note.unpinned"


@dataclass(frozen=True, slots=True)
class NoteDeleted(AboutNote):
    kind: ClassVar[str] = "note.deleted"


@dataclass(frozen=True, slots=True)
class NoteRestored(AboutNote):
    kind: ClassVar[str] = "note.restored"
