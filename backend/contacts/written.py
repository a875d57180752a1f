"""What the conditions of written filters are made of: checked, with the way to what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.contacts.conditions import Path
from backend.contacts.errors import DaysOutOfRange
from backend.contacts.limits import MAX_DAYS, MAX_SEARCH_LENGTH
from backend.core.errors import InvalidCharacters, Required, TooLong
from backend.core.text import has_control_characters

Plain = Mapping[str, Any]
"""JSON of the shape of one of the schema's inputs."""


def only_one(plain: Plain, path: Path) -> tuple[str, Any]:
    """Return the only entry of an input of which exactly one may be given.

    Raises:
        Required: there is none, or there are several.
    """
    if len(plain) != 1:
        raise Required(path)
    return next(iter(plain.items()))


def days(value: Any, path: Path) -> int:
    """Return a number of days.

    Raises:
        DaysOutOfRange: below one, or more than a hundred years.
    """
    if not isinstance(value, int) or not 1 <= value <= MAX_DAYS:
        raise DaysOutOfRange(path, minimum=1, maximum=MAX_DAYS)
    return value


def typed_text(value: str, path: Path) -> str:
    """Return a text to compare with, trimmed.

    Raises:
        Required: nothing is left of it.
        TooLong: over 200 characters.
        InvalidCharacters: it has control characters.
    """
    if len(value) > MAX_SEARCH_LENGTH:
        raise TooLong(path, maximum=MAX_SEARCH_LENGTH)
    if has_control_characters(value):
        raise InvalidCharacters(path)
    text = value.strip()
    if not text:
        raise Required(path)
    return text
