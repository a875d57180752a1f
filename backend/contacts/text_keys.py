"""What the texts of contacts are compared by in filters: folded, their beginning only."""

from __future__ import annotations

from backend.contacts.sorting import KEY_LENGTH
from backend.core.folding import fold

_LAST = chr(0x10FFFF)


def text_key(text: str | None) -> str:
    """Return what a name, a position or a city is compared by; empty when there is nothing."""
    return fold(text or "")[:KEY_LENGTH]


def postal_key(code: str | None) -> str:
    """Return what a postal code is compared by: spaces do not matter."""
    return fold(code or "").replace(" ", "")[:KEY_LENGTH]


def after_all(prefix: str) -> str | None:
    """Return the least text above all that begin with this one, None when there is none."""
    kept = prefix.rstrip(_LAST)
    if not kept:
        return None
    following = ord(kept[-1]) + 1
    # What stands between are halves of characters, which no database keeps.
    return kept[:-1] + chr(0xE000 if following == 0xD800 else following)
