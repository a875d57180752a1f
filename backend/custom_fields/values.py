"""What a value of each type is: checked, as it is kept, and the key it is compared and sorted by.

Keys are texts for every type, so that one index serves all: a number's key has a fixed width, a
day's is its ISO form. Text of keys is compared code point by code point on both databases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, InvalidOperation
from urllib.parse import urlsplit

from backend.core.folding import fold
from backend.core.text import has_control_characters
from backend.custom_fields.errors import (
    DateInvalid,
    NumberInvalid,
    NumberTooPrecise,
    UrlInvalid,
    ValueHasControlCharacters,
    ValueTooLong,
)
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.limits import (
    FRACTION_DIGITS,
    KEY_LENGTH,
    SEARCHED_LENGTH,
    SEARCHED_TOTAL,
    TEXT_LENGTH,
    URL_LENGTH,
    WHOLE_DIGITS,
)

Given = str | Decimal | date
"""What a caller hands in: the type itself, or a text that says it."""
Path = tuple[str, ...]

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE | re.ASCII)
_HOST = re.compile(r"[\w\-]+(\.[\w\-]+)+\.?(:\d{1,5})?([/?#]|$)")
_PLAIN_WEB = re.compile(r"https?://[a-z0-9\-]+(\.[a-z0-9\-]+)+(/[\w./\-]*)?", re.ASCII)
_MAILTO = re.compile(r"mailto:[^\s@?]+@[^\s@?]+(\?\S*)?", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s<>\"\\]")
_DIGITS = WHOLE_DIGITS + FRACTION_DIGITS
_BOUND: int = 10**_DIGITS
_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value of one field: as it is kept, and its key."""

    field_id: int
    kind: CustomFieldKind
    value: str
    key: str


def clean_value(
    field_id: int, kind: CustomFieldKind, given: Given, path: Path, name: str
) -> FieldValue | None:
    """Return a value as it is kept, None when nothing is left of it.

    ``name`` is the field's: refusals say it.

    Raises:
        ValueTooLong, ValueHasControlCharacters, NumberInvalid, NumberTooPrecise, DateInvalid,
        UrlInvalid
    """
    kept, key = _CLEANERS[kind](given, path, name)
    return FieldValue(field_id, kind, kept, key) if kept else None


def key_of(kind: CustomFieldKind, kept: str) -> str:
    """Return the key of a value as it is kept."""
    match kind:
        case CustomFieldKind.TEXT:
            return text_key(kept)
        case CustomFieldKind.URL:
            return url_key(kept)
        case CustomFieldKind.NUMBER:
            return number_key(Decimal(kept))
        case CustomFieldKind.DATE:
            return kept


def text_key(text: str) -> str:
    """Return what texts are compared by: folded, its beginning only.

    The greatest code point stands for nothing at all in sorts, and is not let in.
    """
    folded = fold(text) or text.strip()
    return folded[:KEY_LENGTH].replace("\U0010ffff", "\U0010fffe")


def url_key(url: str) -> str:
    """Return what addresses are compared by: without the scheme and the slash at the end."""
    return text_key(_SCHEME.sub("", url, count=1).lstrip("/").rstrip("/") or url)


def beginning_range(beginning: str) -> tuple[str, str]:
    """Return the least and the greatest key of the texts that begin so; ``beginning`` is a key."""
    return beginning, beginning + "\U0010ffff"


def number_key(number: Decimal) -> str:
    """Return a text of fixed width that sorts as the number does; it has the digits that are kept,
    and no more.
    """
    return _scaled_key(int(number.scaleb(FRACTION_DIGITS, _EXACT)))


def least_number_key(number: Decimal) -> str:
    """Return the key of the least number that is kept and not below this one."""
    return _scaled_key(_scaled(number, ROUND_CEILING))


def greatest_number_key(number: Decimal) -> str:
    """Return the key of the greatest number that is kept and not above this one."""
    return _scaled_key(_scaled(number, ROUND_FLOOR))


def _scaled(number: Decimal, rounding: str) -> int:
    if not number:
        return 0
    if number.adjusted() > _DIGITS:  # however large: beyond every number that is kept
        return _BOUND if number > 0 else -_BOUND
    if number.adjusted() < -_DIGITS:  # however small: between two that are kept
        if rounding == ROUND_CEILING:
            return 1 if number > 0 else 0
        return 0 if number > 0 else -1
    scaled: Decimal = number.scaleb(FRACTION_DIGITS, _EXACT)
    return int(scaled.to_integral_value(rounding, _EXACT))


def _scaled_key(scaled: int) -> str:
    scaled = max(-_BOUND, min(_BOUND, scaled))
    if scaled >= 0:
        return f"1{scaled:0{_DIGITS + 1}}"
    return f"0{_BOUND + scaled:0{_DIGITS + 1}}"


def _text(given: Given, path: Path, name: str) -> tuple[str, str]:
    text = str(given).replace("\r\n", "\n").replace("\r", "\n").strip()
    _check(text, TEXT_LENGTH, path, name)
    return text, text_key(text) if text else ""


def _number(given: Given, path: Path, name: str) -> tuple[str, str]:
    if isinstance(given, str):
        text = given.strip()
        if not text:
            return "", ""
        if len(text) > 100 or not _NUMBER.fullmatch(text):
            raise NumberInvalid(path, field=name)
        given = text
    try:
        number = Decimal(given) if not isinstance(given, date) else Decimal("NaN")
    except InvalidOperation:
        raise NumberInvalid(path, field=name) from None
    if not number.is_finite():
        raise NumberInvalid(path, field=name)
    number = _without_zeros(number)
    exponent = number.as_tuple().exponent
    if (
        not isinstance(exponent, int)
        or -exponent > FRACTION_DIGITS
        or number.adjusted() >= WHOLE_DIGITS
    ):
        raise NumberTooPrecise(path, field=name, whole=WHOLE_DIGITS, fraction=FRACTION_DIGITS)
    return format(number, "f"), number_key(number)


def _without_zeros(number: Decimal) -> Decimal:
    """Return the number without zeros at its end, exactly, however many digits it has."""
    sign, digits, exponent = number.as_tuple()
    if not any(digits) or not isinstance(exponent, int):
        return Decimal(0)
    kept = len(digits)
    while digits[kept - 1] == 0:
        kept -= 1
    return Decimal((sign, digits[:kept], exponent + len(digits) - kept))


def _date(given: Given, path: Path, name: str) -> tuple[str, str]:
    if isinstance(given, str) and not given.strip():
        return "", ""
    if isinstance(given, date):
        return given.isoformat(), given.isoformat()
    text = str(given).strip()
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise DateInvalid(path, field=name)
    return day.isoformat(), day.isoformat()


def _url(given: Given, path: Path, name: str) -> tuple[str, str]:
    text = str(given).strip()
    _check(text, URL_LENGTH, path, name)
    if not text:
        return "", ""
    url = f"https://{text}" if _HOST.match(text) else text
    if not is_safe_url(url):
        raise UrlInvalid(path, field=name)
    _check(url, URL_LENGTH, path, name)
    return url, url_key(url)


def is_safe_url(url: str) -> bool:
    """Whether an address is of a scheme that a click may follow, and whole."""
    if _PLAIN_WEB.fullmatch(url):  # nearly all; the rest of the work takes ten times longer
        return True
    if _UNSAFE.search(url):
        return False
    scheme = _SCHEME.match(url)
    known = scheme[1].lower() if scheme else ""
    if known == "mailto":
        return bool(_MAILTO.fullmatch(url))
    if known not in ("http", "https") or not url[len(known) :].startswith("://"):
        return False
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _check(text: str, maximum: int, path: Path, name: str) -> None:
    if len(text) > maximum:
        raise ValueTooLong(path, field=name, maximum=maximum)
    if has_control_characters(text, allowed="\n"):
        raise ValueHasControlCharacters(path, field=name)


_CLEANERS: dict[CustomFieldKind, Callable[[Given, Path, str], tuple[str, str]]] = {
    CustomFieldKind.TEXT: _text,
    CustomFieldKind.NUMBER: _number,
    CustomFieldKind.DATE: _date,
    CustomFieldKind.URL: _url,
}


def searched_texts(values: Iterable[FieldValue]) -> list[str]:
    """Return what the search finds of a contact's values: the beginnings of its texts."""
    left, found = SEARCHED_TOTAL, list[str]()
    for each in values:
        if each.kind is CustomFieldKind.TEXT and left > 0:
            piece = each.value[: min(left, SEARCHED_LENGTH)]
            found.append(piece)
            left -= len(piece)
    return found
