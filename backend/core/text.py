"""Text from outside, checked and trimmed; otherwise kept as it was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from backend.core.errors import InvalidCharacters, TooLong

_REFUSED = frozenset(("Cc", "Cs", "Zl", "Zp"))


def has_control_characters(text: str, *, allowed: str = "") -> bool:
    """Whether a text holds what no keyboard types: control characters, broken surrogates.

    Direction marks and joiners are letters' companions in many scripts: they are welcome.
    """
    if text.isprintable():
        return False
    return any(c not in allowed and unicodedata.category(c) in _REFUSED for c in text)


def clean_line(value: str | None, path: Sequence[str], *, maximum: int) -> str | None:
    """Return a one-line text trimmed, or None when nothing is left.

    Raises:
        InvalidCharacters: it has line breaks or control characters.
        TooLong: it has over ``maximum`` characters.
    """
    return _clean(value, path, maximum, allowed="")


def clean_lines(value: str | None, path: Sequence[str], *, maximum: int) -> str | None:
    """Return a text that may have several lines, trimmed, or None when nothing is left.

    Raises:
        InvalidCharacters: it has control characters other than line breaks.
        TooLong: it has over ``maximum`` characters.
    """
    if value is not None and "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    return _clean(value, path, maximum, allowed="\n")


def _clean(value: str | None, path: Sequence[str], maximum: int, *, allowed: str) -> str | None:
    if value is None:
        return None
    text = value.strip()
    if len(text) > maximum:
        raise TooLong(path, maximum=maximum)
    if has_control_characters(text, allowed=allowed):
        raise InvalidCharacters(path)
    return text or None
