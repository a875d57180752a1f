"""Read the cells of custom fields as their type, as programs and people of any country write them.

What our own export writes is read everywhere: the decimal point, days as ISO 8601 has them. Where
a column could mean two things, ``1.234`` or ``03/04/2026``, all of its cells together decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import FieldValue, Given, clean_value
from backend.imports.dates import is_month_first, read_date
from backend.imports.decoding import UNDECODABLE
from backend.imports.errors import UndecodableText
from backend.imports.numbers import has_decimal_comma, read_number


@dataclass(frozen=True, slots=True)
class Habits:
    """How numbers and days are written, as far as it matters: ``1,5`` and ``12/31/2026``."""

    decimal_comma: bool = False
    month_first: bool = False


ISO = Habits()


@lru_cache(maxsize=256)
def habits_of(country: str) -> Habits:
    """Return the habits of a country, by its ISO 3166-1 code."""
    try:
        locale = Locale.parse(f"und_{country}")
    except (ValueError, UnknownLocaleError):
        return ISO
    if locale.territory != country:
        return ISO
    return Habits(
        decimal_comma=locale.number_symbols["latn"]["decimal"] == ",",
        month_first=locale.date_formats["short"].pattern.startswith("M"),
    )


def judge(cells: Iterable[str], usual: Habits) -> Habits:
    """Return the habits of whoever wrote a column; ``usual`` where its cells leave it open."""
    texts = list(cells)
    comma, month = has_decimal_comma(texts), is_month_first(texts)
    return Habits(
        usual.decimal_comma if comma is None else comma,
        usual.month_first if month is None else month,
    )


def read_value(
    field_id: int, kind: CustomFieldKind, text: str, habits: Habits, name: str
) -> FieldValue | None:
    """Return what a cell says, of the type of its field, ``name``; None when nothing is left of it.

    Raises:
        Refusal: it says nothing of the kind; without a path.
    """
    if UNDECODABLE in text:
        raise UndecodableText
    found: Decimal | date | None = None
    if kind is CustomFieldKind.NUMBER:
        found = read_number(text, decimal_comma=habits.decimal_comma)
    elif kind is CustomFieldKind.DATE:
        found = read_date(text, month_first=habits.month_first)
    value: Given = text.replace("\t", " ") if found is None else found
    return clean_value(field_id, kind, value, (), name)
