"""Calendar days as programs and people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel import Locale

from backend.imports.folding import fold

_LONGEST = 60
_LANGUAGES = ("en", "fr", "it", "de", "es")
_TIME = r"(?:,?[T\s]\s*\d{1,2}[:.h]\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}", re.ASCII)
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?"
_MONTH = r"([^\W\d_]{3,12})\.?"
_WORDS = re.compile(rf"{_DAY}[\s-]+(?:de\s|di\s)?{_MONTH}[\s,-]+(?:de\s)?(\d{{4}}|\d{{2}}){_TIME}")
_WORDS_MONTH_FIRST = re.compile(rf"{_MONTH}\s{_DAY},?\s(\d{{4}}){_TIME}")
_THIS_CENTURY = 69
"""Years of two digits below it are of the 2000s. Source: POSIX, strptime, %y."""


def read_date(text: str, *, month_first: bool) -> date | None:
    """Return the calendar day that a cell says, or None. What it says of the time is left out."""
    if len(text) > _LONGEST:
        return None
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(found[1], int(found[3]), found[4])
    if found := _YEAR_LAST.fullmatch(text):
        day, month = (found[3], found[1]) if month_first else (found[1], found[3])
        return _day(found[4], int(month), day)
    if found := _BASIC.fullmatch(text):
        return _day(found[1], int(found[2]), found[3])
    if found := _WORDS.fullmatch(text):
        return _day(found[3], _months().get(fold(found[2]), 0), found[1])
    if found := _WORDS_MONTH_FIRST.fullmatch(text):
        return _day(found[3], _months().get(fold(found[1]), 0), found[2])
    return None


def is_month_first(cells: Iterable[str]) -> bool | None:
    """Tell from the cells of a column which number is the month; None when they do not say."""
    day_first = month_first = 0
    for cell in cells:
        found = _YEAR_LAST.fullmatch(cell.strip()) if len(cell) <= _LONGEST else None
        if found:
            day_first += int(found[1]) > 12
            month_first += int(found[3]) > 12
    return None if day_first == month_first else month_first > day_first


def _day(year: str, month: int, day: str) -> date | None:
    whole = int(year)
    if len(year) == 2:
        whole += 2000 if whole < _THIS_CENTURY else 1900
    try:
        return date(whole, month, int(day))
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    for language in _LANGUAGES:
        for form in ("wide", "abbreviated"):
            names = Locale(language).months["format"][form]
            for number, name in names.items():
                months.setdefault(fold(name), number)
    return months
