"""What the cells of a column look like, where its header does not say what they are."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import is_safe_url
from backend.imports.countries import country_code
from backend.imports.dates import read_date
from backend.imports.numbers import read_number
from backend.imports.values import split_emails

_MOST_CELLS = 200
_LONGEST = 320
_ALIKE = 0.9
"""Nine in ten: columns that people fill by hand have a few cells of something else."""
_EMAIL = re.compile(r"[^\s@<>\"(),:;]+@[^\s@<>\"(),:;]+\.[^\W\d_]{2,24}")
_PHONE = re.compile(r"(?:\+|00|0|\()[\d ().\-/]{6,24}", re.ASCII)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+(?:[a-z]{2,3}|info)(?:/\S*)?", re.IGNORECASE | re.ASCII)
_POSTAL_CODE = re.compile(r"\d{5}", re.ASCII)


class Content(StrEnum):
    """What cells can be seen to be."""

    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    LINK = "link"
    COUNTRY = "country"
    POSTAL_CODE = "postal_code"
    NUMBER = "number"


def content_of(cells: Iterable[str]) -> Content | None:
    """Return what nearly all of some cells are, those that are blank aside; None for words.

    Numbers of five digits look like postal codes; only the columns beside them can tell.
    """
    texts: list[str] = []
    for cell in cells:
        if len(texts) == _MOST_CELLS:
            break
        if text := cell.strip():
            texts.append(text[: _LONGEST + 1])
    if not texts:
        return None
    return next((content for content, test in _TESTS if _all_alike(texts, test)), None)


def value_kind(cells: Sequence[str]) -> CustomFieldKind:
    """Return the type that a custom field made of a column should have."""
    content = content_of(cells)
    if content is Content.DATE:
        return CustomFieldKind.DATE
    if content is Content.LINK:
        return CustomFieldKind.URL
    has_codes = any(_is_code(cell.strip()) for cell in cells[:_MOST_CELLS])
    if content is Content.NUMBER or (content is Content.POSTAL_CODE and not has_codes):
        return CustomFieldKind.NUMBER
    return CustomFieldKind.TEXT


def looks_like_data(cells: Sequence[str], understood: Callable[[str], object]) -> bool:
    """Whether the first row of a file is of a person, and names no columns.

    An e-mail address is nobody's header. Phones, days and links are data where no cell is
    ``understood`` as a header.
    """
    texts = [cell.strip() for cell in cells if cell.strip() and len(cell) <= _LONGEST]
    if any(_EMAIL.fullmatch(text) for text in texts):
        return True
    seen = any(_is_phone(text) or _is_day(text) or _LINK.fullmatch(text) for text in texts)
    return seen and not any(map(understood, texts))


def _all_alike(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    misses_left = len(texts) - math.ceil(_ALIKE * len(texts))
    for text in texts:
        if not test(text):
            misses_left -= 1
            if misses_left < 0:  # most columns are of words, and are left at once
                return False
    return True


def _is_email(text: str) -> bool:
    return "@" in text and all(map(_EMAIL.fullmatch, split_emails(text) or [""]))


def _is_phone(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return bool(_PHONE.fullmatch(text)) and 8 <= digits <= 15 and not _is_day(text)


def _is_day(text: str) -> bool:
    if text.isdigit():  # 20260228 may as well be a number
        return False
    return any(read_date(text, month_first=first) is not None for first in (False, True))


def _is_link(text: str) -> bool:
    if _LINK.fullmatch(text):
        return is_safe_url(text) or text[:4].lower() == "www."
    return bool(_DOMAIN.fullmatch(text))


def _is_country(text: str) -> bool:
    return len(text) > 2 and country_code(text) is not None


def _is_postal_code(text: str) -> bool:
    return bool(_POSTAL_CODE.fullmatch(text))


def _is_code(text: str) -> bool:
    """Whether it is a number whose leading zeros count: a postal code, a customer's, a phone's."""
    return text[:1] == "0" and text[1:2].isdigit()


def _is_number(text: str) -> bool:
    return not _is_code(text) and any(
        read_number(text, decimal_comma=comma) is not None for comma in (False, True)
    )


_TESTS: tuple[tuple[Content, Callable[[str], bool]], ...] = (
    (Content.EMAIL, _is_email),
    (Content.DATE, _is_day),
    (Content.PHONE, _is_phone),
    (Content.LINK, _is_link),
    (Content.COUNTRY, _is_country),
    (Content.POSTAL_CODE, _is_postal_code),
    (Content.NUMBER, _is_number),
)
