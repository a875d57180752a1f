"""Which contacts, in which order and as what: what is asked for, kept until it is downloaded.

The parts of a filter are kept by the names of their classes: what the language of filters gains can
be kept without a word here, but for new enumerations.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, get_args

import orjson

from backend.contacts.filters import ContactFilter, Ids
from backend.contacts.kinds import (
    ContactPart,
    Deliverability,
    SubscriptionStatus,
    TextField,
    TextTest,
    TimeField,
)
from backend.contacts.selections import SelectedFilter, SelectedIds, Selection
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.custom_fields.kinds import CustomFieldKind
from backend.exports.options import CsvSeparator, ExportFormat, ExportOptions


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is exported. ``sort`` decides the order of the rows."""

    selection: Selection
    sort: ContactSort
    options: ExportOptions

    @property
    def filter(self) -> ContactFilter:
        """Which contacts; those in the trash only if the filter speaks of it."""
        match self.selection:
            case SelectedIds(ids):
                return Ids(frozenset(ids))
            case SelectedFilter(chosen):
                return chosen


_PARTS: dict[str, type[Any]] = {
    part.__name__: part
    for part in (
        *get_args(ContactFilter),
        *get_args(Selection),
        ContactSort,
        ExportOptions,
        ExportRequest,
    )
}
_CHOICES: dict[str, type[Enum]] = {
    choice.__name__: choice
    for choice in (
        SubscriptionStatus,
        TextField,
        TextTest,
        ContactPart,
        TimeField,
        Deliverability,
        CustomFieldKind,
        ContactSortField,
        SortDirection,
        ExportFormat,
        CsvSeparator,
    )
}


def dump_request(request: ExportRequest) -> str:
    """Return a request as it is kept."""
    return orjson.dumps(_dumped(request)).decode()


def load_request(text: str) -> ExportRequest:
    """Return the request that ``dump_request`` was given."""
    request = _loaded(orjson.loads(text))
    if not isinstance(request, ExportRequest):
        raise TypeError(type(request))
    return request


def _dumped(value: Any) -> Any:
    if isinstance(value, Enum):
        return {"choice": type(value).__name__, "value": value.value}
    if is_dataclass(value):
        named = {field.name: _dumped(getattr(value, field.name)) for field in fields(value)}
        return {"part": type(value).__name__, "fields": named}
    if isinstance(value, frozenset):
        return {"set": [_dumped(each) for each in sorted(value)]}
    if isinstance(value, tuple):
        return [_dumped(each) for each in value]
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"{type(value).__name__} cannot be kept in a request")


def _loaded(value: Any) -> Any:
    match value:
        case {"choice": name, "value": chosen}:
            return _CHOICES[name](chosen)
        case {"part": name, "fields": named}:
            return _PARTS[name](**{key: _loaded(each) for key, each in named.items()})
        case {"set": members}:
            return frozenset(map(_loaded, members))
        case list():
            return tuple(map(_loaded, value))
    return value
