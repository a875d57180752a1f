"""The types that a custom field can have."""

from __future__ import annotations

from enum import StrEnum


class CustomFieldKind(StrEnum):
    """What the values of a field are. A field keeps its type for life."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    URL = "url"
