"""What fonts can show, found out by the compiler itself, which refuses what cannot be archived.

The fonts that are shipped have Latin, Greek, Cyrillic, Hebrew, Arabic and many signs. Other scripts
and emoji come from the machine's fonts where it has them, else they are a box (decision 0166).
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import orjson
from typst import TypstError

from backend.billing.rendering.engine import Fonts, compile_pdf

BOX = "\u25a1"
MOST_TRIED = 3_000
"""Signs tried, each as often as it is: looking in all fonts takes a millisecond of each."""
_ALWAYS_SHOWN = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u017f\u200b\u2010-\u2026\u20ac\u2212]+")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_JOINED = ("Mn", "Mc", "Me", "Cf")


def fonts_for(texts: Iterable[str]) -> tuple[Fonts, frozenset[str]]:
    """Return which fonts texts need, and the characters that not even those can show."""
    unusual = set[str]().union(*(_ALWAYS_SHOWN.sub("", text) for text in texts))
    if len(unusual) > MOST_TRIED:  # nobody's language: all of them are a box
        return Fonts.SHIPPED, frozenset(unusual)
    if _all_shown(unusual, Fonts.SHIPPED):
        return Fonts.SHIPPED, frozenset()
    unshown = _lacking(unusual, Fonts.MACHINE)
    rest_is_shipped = _all_shown(unusual - unshown, Fonts.SHIPPED)
    return (Fonts.SHIPPED if rest_is_shipped else Fonts.MACHINE), frozenset(unshown)


def boxed(view: Any, unshown: frozenset[str]) -> Any:
    """Return a view with boxes for what cannot be shown."""
    table = str.maketrans(dict.fromkeys(unshown, BOX))
    return mapped(view, lambda text: text.translate(table))


def without_joined(text: str) -> str:
    """Return a text of signs that stand alone: without accents and joiners that no font unites."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if unicodedata.category(char) not in _JOINED)


def mapped(view: Any, change: Callable[[str], str]) -> Any:
    """Return a view with every text of it changed."""
    if isinstance(view, str):
        return change(view)
    if isinstance(view, dict):
        return {name: mapped(value, change) for name, value in view.items()}
    if isinstance(view, list):
        return [mapped(value, change) for value in view]
    return view


def texts_of(view: Any) -> list[str]:
    """Return every text in a view."""
    if isinstance(view, str):
        return [view]
    parts = view.values() if isinstance(view, dict) else view if isinstance(view, list) else ()
    return [text for part in parts for text in texts_of(part)]


def _lacking(characters: set[str], fonts: Fonts) -> set[str]:
    """Return those that fonts cannot show; halved until a half can be, or is one.

    Hundreds are not told apart to the last: after so many tries, whatever part has one that cannot
    be shown is boxes.
    """
    lacking, parts, tried = set[str](), deque([sorted(characters)]), 0
    while parts:
        part = parts.popleft()
        if not part or _all_shown(set(part), fonts):
            continue
        tried += len(part)
        if len(part) == 1 or tried > MOST_TRIED:
            lacking.update(part)
        else:
            middle = len(part) // 2
            parts += (part[:middle], part[middle:])
    return lacking


def _all_shown(characters: set[str], fonts: Fonts) -> bool:
    return not characters or _shown("".join(sorted(characters)), fonts)


@lru_cache(maxsize=4096)
def _shown(text: str, fonts: Fonts) -> bool:
    data = {"data.json": orjson.dumps({"text": " ".join(text), "picture": False})}
    try:
        compile_pdf("probe", data, _LONG_AGO, fonts)
    except TypstError:
        return False
    return True
