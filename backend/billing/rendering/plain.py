"""Texts as they can stand on a page: nothing hidden, nothing that turns its surroundings around."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

BREAK = "\u200b"
"""Where the template may break a long word; it leaves no trace in the page."""
_LONG_WORD = re.compile(r"\S{25,}")
_STEP = 6
_NEW_LINES = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Overrides of direction: an amount must not be read backwards. Marks (LRM, RLM) are harmless."""
_UNSEEN = frozenset(("Cc", "Cs", "Co", "Cn"))
_INVISIBLE = frozenset("\ufeff\u2060\u00ad" + BREAK)


def line(text: str) -> str:
    """Return a text as one line."""
    return _breakable(_clean(" ".join(_NEW_LINES.split(text))))


def lines(text: str | None) -> list[str]:
    """Return a text line by line, without empty ones around it."""
    return [_breakable(_clean(each)) for each in _NEW_LINES.split((text or "").strip())]


def _clean(text: str) -> str:
    tabless = text.replace("\t", " ")
    if tabless.isprintable():
        return tabless.strip()
    return "".join(char for char in tabless if _is_shown(char)).strip()


def _is_shown(char: str) -> bool:
    if char in _TURNING or char in _INVISIBLE:
        return False
    return unicodedata.category(char) not in _UNSEEN


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(lambda word: _broken(word[0]), text) if len(text) > _STEP else text


def _broken(word: str) -> str:
    """Return a word with places to break, never before what is joined on."""
    made = [word[0]]
    since = 1
    for before, char in pairwise(word):
        if since >= _STEP and not _belongs(before, char):
            made.append(BREAK)
            since = 0
        made.append(char)
        since += 1
    return "".join(made)


def _belongs(before: str, char: str) -> bool:
    """Whether two characters make one sign: marks, joiners, letters that are written together."""
    joined = unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf", "Sk")
    return joined or before == "\u200d" or unicodedata.bidirectional(before) in ("R", "AL")
