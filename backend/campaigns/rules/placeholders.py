"""Places in a letter that are filled with what is known of its recipient.

``{{given_name}}`` is the given name, ``{{given_name|there}}`` says "there" where there is none, as
in saved replies; ``{{field:Sector}}`` is a custom field by its name, case and accents aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from backend.core.folding import fold

NAMES = (
    "given_name",
    "family_name",
    "full_name",
    "company",
    "position",
    "email",
    "my_name",
    "my_account",
)
CUSTOM = "field:"
_PLACE = re.compile(r"\{\{\s*+([^{}|<>]{0,120}?)\s*+(?:\|([^{}<>]{0,200}))?\}\}")

Values = Mapping[str, str]
"""What is known, by name; of custom fields by ``field:`` and the folded name."""


def unknown_places(text: str, custom_fields: frozenset[str]) -> list[str]:
    """Return the names in a text that nothing can fill; each once, in order."""
    found = (unescape(match.group(1)) for match in _PLACE.finditer(text))
    return list(dict.fromkeys(name for name in found if not _is_known(name, custom_fields)))


def _is_known(name: str, custom_fields: frozenset[str]) -> bool:
    if name.startswith(CUSTOM):
        return fold(name[len(CUSTOM) :]).strip() in custom_fields
    return name in NAMES


def custom_names(text: str) -> set[str]:
    """Return the folded names of the custom fields that a text has places for."""
    return {
        key[len(CUSTOM) :]
        for match in _PLACE.finditer(text)
        if (key := _key_of(unescape(match.group(1)))).startswith(CUSTOM)
    }


def _key_of(name: str) -> str:
    return f"{CUSTOM}{fold(name[len(CUSTOM) :]).strip()}" if name.startswith(CUSTOM) else name


def fill_html(html: str, values: Values) -> str:
    """Return clean HTML with its places filled; what is filled in stays text."""
    return _filled(html, values, escape)


def fill_line(text: str, values: Values) -> str:
    """Return a line of text with its places filled, itself one line."""
    return " ".join(_filled(text, values, str).split())


def _filled(text: str, values: Values, shown: Callable[[str], str]) -> str:
    def value(found: re.Match[str]) -> str:
        known = values.get(_key_of(unescape(found.group(1))), "")
        return shown(known) if known else (found.group(2) or "").strip()

    return _PLACE.sub(value, text)
