"""Custom fields as reads return them: light objects, one per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from backend.core.clock import from_micros
from backend.core.ids import encode_id

FIELD_COLUMNS = (
    "custom_field.id, custom_field.name, custom_field.kind, custom_field.position, "
    "custom_field.version, custom_field.contact_count, custom_field.created_at, "
    "custom_field.deleted_at"
)


@lru_cache(maxsize=20_000)
def field_id(key: int) -> str:
    """Return the global id of a field; asked for each value of a page."""
    return encode_id("CustomField", key)


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A custom field, in the order of :data:`FIELD_COLUMNS`."""

    pk: int
    name: str
    kind: str
    position: int
    version: int
    contact_count: int
    created_micros: int
    deleted_micros: int | None = None

    @property
    def id(self) -> str:
        """The global id."""
        return field_id(self.pk)

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)

    @property
    def deleted_at(self) -> datetime | None:
        """When it was put into the trash, if it is there."""
        return None if self.deleted_micros is None else from_micros(self.deleted_micros)
