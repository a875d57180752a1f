"""What a caller hands in to save or change a filter, and what of it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import orjson

from backend.contacts.filter_input import parse_filter
from backend.contacts.problems import FilterProblemKind
from backend.contacts.service.finding import examine, resolve_list
from backend.contacts.sorting import ContactSort
from backend.core.errors import InvalidCharacters, NotFound, Required, TooLong, TooMany
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.core.text import clean_line, has_control_characters
from backend.segments.errors import SegmentCycle
from backend.segments.rules import (
    COLUMN_LENGTH,
    FILTER_LENGTH,
    MAX_COLUMNS,
    NAME_LENGTH,
    SegmentVisibility,
)

Plain = Mapping[str, Any]


class Unset(Enum):
    """What an edit leaves as it is; ``None`` clears it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class SavedSort:
    """An order: as it was written, which is what is kept, and as it was understood."""

    plain: Plain
    sort: ContactSort


@dataclass(frozen=True, slots=True)
class SegmentDraft:
    """A filter to save; ``filter`` is JSON of the shape of the schema's ``ContactFilter``."""

    name: str
    filter: Plain
    sort: SavedSort | None = None
    columns: Sequence[str] | None = None
    visibility: SegmentVisibility = SegmentVisibility.PRIVATE


@dataclass(frozen=True, slots=True)
class SegmentChanges:
    """A change of a saved filter; what is left out stays."""

    name: str | Unset = UNSET
    filter: Plain | Unset = UNSET
    sort: SavedSort | Unset | None = UNSET
    columns: Sequence[str] | Unset | None = UNSET
    visibility: SegmentVisibility | Unset = UNSET


def clean_name(name: str) -> str:
    """Return a name as it is kept.

    Raises:
        Required, TooLong, InvalidCharacters
    """
    clean = clean_line(name, ("name",), maximum=NAME_LENGTH)
    if clean is None or not fold(clean):
        raise Required(("name",))
    return clean


def kept_json(value: Any) -> str:
    """Return JSON as it is kept: the same for what means the same."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


async def kept_filter(actor: Actor, plain: Plain, own_id: int | None = None) -> str:
    """Return a filter as it is kept, once everything that it names is there.

    ``own_id`` is the saved filter that it becomes.

    Raises:
        NotFound: a label, custom field or saved filter that the account has not, at its path.
        SegmentCycle: it would need itself.
        TooLong: too large to keep.
        As ``contacts.filter_input.parse_filter`` and ``resolve_list``.
    """
    chosen = parse_filter(plain)
    await resolve_list(actor, chosen)
    found = await examine(actor, chosen)
    if own_id is not None and own_id in found.needs:
        raise SegmentCycle(("filter",))
    for problem in found.problems:
        if problem.kind is not FilterProblemKind.SEGMENT_BROKEN:
            raise NotFound(problem.path)
    text = kept_json(plain)
    if len(text) > FILTER_LENGTH:
        raise TooLong(("filter",), maximum=FILTER_LENGTH)
    return text


async def kept_sort(actor: Actor, saved: SavedSort | None) -> str | None:
    """Return an order as it is kept.

    Raises:
        NotFound: a custom field that the account has not.
    """
    if saved is None:
        return None
    await resolve_list(actor, parse_filter({"and": []}), saved.sort)
    return kept_json(saved.plain)


def kept_columns(columns: Sequence[str] | None) -> str | None:
    """Return columns as they are kept; what they are called is the client's own affair.

    Raises:
        TooMany, TooLong, InvalidCharacters
    """
    if columns is None:
        return None
    if len(columns) > MAX_COLUMNS:
        raise TooMany(("columns",), maximum=MAX_COLUMNS)
    for place, column in enumerate(columns):
        if len(column) > COLUMN_LENGTH:
            raise TooLong(("columns", str(place)), maximum=COLUMN_LENGTH)
        if has_control_characters(column):
            raise InvalidCharacters(("columns", str(place)))
    return kept_json(list(columns))
