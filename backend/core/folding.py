"""Text as it is compared and sorted: without case, accents or typographic variants."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
    }
)
"""Letters and marks that Unicode does not decompose, but that readers take for one another."""


_IGNORED = frozenset(("Mn", "Me", "Cf", "Cc", "Cs"))
"""Marks, and what cannot be seen: directions, joiners, control characters, broken surrogates."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the text as it is compared: compatibility forms and accents gone, case folded,
    runs of spaces made one, none at the ends.

    Source: Unicode 15.1, section 3.13, compatibility caseless matching; marks removed after.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    once = unicodedata.normalize("NFKD", text).translate(_LETTERS).casefold()
    again = unicodedata.normalize("NFKD", once).translate(_LETTERS)
    kept = (c for c in again if c.isspace() or unicodedata.category(c) not in _IGNORED)
    return " ".join("".join(kept).split())
