"""Labels as reads return them: light objects, one per row."""

from __future__ import annotations

from datetime import datetime

from backend.core.clock import from_micros
from backend.core.ids import GlobalId
from backend.core.light_rows import light_row

LABEL_COLUMNS = (
    "label.id, label.name, label.color, label.version, label.contact_count, label.created_at"
)


@light_row
class LabelRow:
    """A label, its fields in the order of :data:`LABEL_COLUMNS`."""

    pk: int
    name: str
    color: str
    version: int
    contact_count: int
    created_micros: int

    id = GlobalId("Label", "pk")
    """The global id."""

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)
