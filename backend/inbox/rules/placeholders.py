"""Places in a saved reply that are filled with what is known of a contact.

``{{given_name}}`` is the given name, ``{{given_name|there}}`` says "there" where there is none.
Only the names below can stand in it: nothing is looked up or run. Source of the form: Mustache.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from backend.inbox.errors import UnknownPlaceholder

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
_PLACE = re.compile(r"\{\{\s*+([^{}|]{0,60}?)\s*+(?:\|([^{}]{0,200}))?\}\}")

Values = Mapping[str, str]


def check_placeholders(text: str, *path: str) -> None:
    """Refuse a text with places that nothing can fill.

    Raises:
        UnknownPlaceholder
    """
    for found in _PLACE.finditer(text):
        if found.group(1) not in NAMES:
            raise UnknownPlaceholder(path, name=found.group(1))


def fill_html(html: str, values: Values) -> str:
    """Return clean HTML with its places filled; what is filled in stays text."""
    return _filled(html, values, escape)


def fill_line(text: str, values: Values) -> str:
    """Return a line of text with its places filled."""
    return _filled(text, values, str)


def _filled(text: str, values: Values, shown: Callable[[str], str]) -> str:
    def value(found: re.Match[str]) -> str:
        known = values.get(found.group(1), "")
        return shown(known) if known else (found.group(2) or "").strip()

    return _PLACE.sub(value, text)
