"""What cards hold, as reads return it: light objects, one per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.core.clock import from_micros
from backend.core.ids import encode_id
from backend.files.shown import ShownFile
from backend.notes.markdown import to_html

ITEM_COLUMNS = (
    "card_item.id, card_item.card_id, card_item.text, card_item.done_at, card_item.done_by, "
    "card_item.rank"
)
NOTE_COLUMNS = (
    "card_note.id, card_note.card_id, card_note.text, card_note.version, card_note.created_at, "
    "card_note.created_by, card_note.updated_at, card_note.updated_by"
)
FILE_COLUMNS = (
    "card_file.id, card_file.card_id, card_file.account_id, card_file.file_id, card_file.name, "
    "stored_file.media_type, stored_file.kind, stored_file.size_bytes, card_file.created_at, "
    "card_file.created_by"
)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A point of a checklist, in the order of :data:`ITEM_COLUMNS`."""

    pk: int
    card_key: int
    text: str
    done_micros: int | None
    done_by: str | None
    rank: str

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("ChecklistItem", self.pk)

    @property
    def done(self) -> bool:
        """Whether it is ticked off."""
        return self.done_micros is not None

    @property
    def done_at(self) -> datetime | None:
        """When it was ticked off."""
        return None if self.done_micros is None else from_micros(self.done_micros)


@dataclass(frozen=True, slots=True)
class CardNoteRow:
    """A note of a card, in the order of :data:`NOTE_COLUMNS`."""

    pk: int
    card_key: int
    text: str
    version: int
    created_micros: int
    created_by: str
    updated_micros: int
    updated_by: str

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("CardNote", self.pk)

    @property
    def html(self) -> str:
        """The text as markup that is safe to show."""
        return to_html(self.text)

    @property
    def created_at(self) -> datetime:
        """When it was written."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When what it says was changed last."""
        return from_micros(self.updated_micros)


@dataclass(frozen=True, slots=True)
class CardFileRow(ShownFile):
    """A file of a card, in the order of :data:`FILE_COLUMNS`."""

    pk: int
    card_key: int
    account_id: int
    file_key: int
    name: str
    media_type: str
    kind_name: str
    size_bytes: int
    created_micros: int
    created_by: str

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("CardFile", self.pk)
