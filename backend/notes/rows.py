"""Notes as reads return them: light objects, one per row."""

from __future__ import annotations

from datetime import datetime

from backend.core.clock import from_micros
from backend.core.columns import Columns
from backend.core.ids import GlobalId, encode_id
from backend.core.light_rows import light_row
from backend.notes.kinds import NoteKind
from backend.notes.markdown import to_html

NOTE_COLUMNS = (
    "note.id, note.contact_id, note.kind, note.text, note.pinned, note.version, note.created_at, "
    "note.created_by, note.updated_at, note.updated_by"
)


@light_row
class NoteRow:
    """A note, its fields in the order of :data:`NOTE_COLUMNS`."""

    pk: int
    contact_key: int
    kind_name: str | None
    text: str
    pinned_number: int
    version: int
    created_micros: int
    created_by: str
    updated_micros: int
    updated_by: str

    id = GlobalId("Note", "pk")
    """The global id."""

    @property
    def contact_id(self) -> str:
        """The contact's global id."""
        return encode_id("Contact", self.contact_key)

    @property
    def kind(self) -> NoteKind | None:
        """What it sums up."""
        return None if self.kind_name is None else NoteKind(self.kind_name)

    @property
    def html(self) -> str:
        """The text as markup that is safe to show."""
        return to_html(self.text)

    @property
    def pinned(self) -> bool:
        """Whether it stays on top."""
        return bool(self.pinned_number)

    @property
    def created_at(self) -> datetime:
        """When it was written."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When what it says was changed last."""
        return from_micros(self.updated_micros)

    @property
    def key(self) -> tuple[int, int]:
        """Its place among the contact's notes."""
        return self.pinned_number, self.pk


NOTE = Columns(NoteRow, NOTE_COLUMNS)
