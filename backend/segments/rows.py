"""Saved filters as reads return them: light objects, one per row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from backend.contacts.problems import FilterProblem
from backend.core.clock import from_micros
from backend.core.ids import GlobalId

SEGMENT_COLUMNS = (
    "segment.id, segment.user_id, segment.name, segment.definition, segment.sort, segment.columns, "
    "segment.visibility, segment.version, segment.created_at, segment.updated_at, "
    "user_account.name"
)


@dataclass(slots=True)
class SegmentRow:
    """A saved filter, its first fields in the order of :data:`SEGMENT_COLUMNS`.

    The last four say how it is to whoever asks, the last two only where they were wanted.
    """

    pk: int
    user_id: int | None
    name: str
    filter_text: str
    sort_text: str | None
    columns_text: str | None
    visibility: str
    version: int
    created_micros: int
    updated_micros: int
    owner_name: str | None
    is_mine: bool = False
    can_edit: bool = False
    contact_count: int = 0
    problems: Sequence[FilterProblem] = field(default=())

    id = GlobalId("Segment", "pk")
    """The global id."""

    @property
    def filter(self) -> Any:
        """The filter, in JSON of the shape of the schema's input."""
        return orjson.loads(self.filter_text)

    @property
    def sort(self) -> Any:
        """The order of the list, if one was saved, likewise."""
        return None if self.sort_text is None else orjson.loads(self.sort_text)

    @property
    def columns(self) -> list[str] | None:
        """The columns that the list shows, if they were saved."""
        return None if self.columns_text is None else orjson.loads(self.columns_text)

    @property
    def created_at(self) -> datetime:
        """When it was saved first."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was changed last."""
        return from_micros(self.updated_micros)
