"""Exact numbers as people type them in their language, and written so that they can type on."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from babel import numbers

from frontend.locale.catalogs import babel_locale
from frontend.locale.reader import current_locale

_SPACES = re.compile(r"[\s'’_]")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)


def read_number(typed: str) -> Decimal | None:
    """Return the number of a text, None when it is none.

    Spaces and apostrophes group digits in any language. Of points and commas the last kind is the
    decimal sign, unless it is the language's own sign for groups and stands as such: "1.250" is
    1250 in Italian and 1.25 in French and English.
    """
    text = _SPACES.sub("", typed).replace("−", "-")
    locale = babel_locale(current_locale())
    group = numbers.get_group_symbol(locale)
    last = max(text.rfind("."), text.rfind(","))
    if last >= 0:
        sign, other = text[last], "," if text[last] == "." else "."
        is_grouped = re.fullmatch(
            rf"[+-]?\d{{1,3}}({re.escape(sign)}\d{{3}})+", text, re.ASCII
        ) and (text.count(sign) > 1 or sign == group)
        if is_grouped:
            text = text.replace(sign, "")
        elif text.count(sign) > 1:
            return None
        else:
            text = text.replace(other, "").replace(sign, ".")
    if not _PLAIN.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def write_number(number: Decimal) -> str:
    """Write a number for an input: with the decimal sign of the language, without groups."""
    sign = numbers.get_decimal_symbol(babel_locale(current_locale()))
    return format(number, "f").replace(".", sign)


def show_number(number: Decimal) -> str:
    """Write a number to be read, with all of its digits."""
    locale = babel_locale(current_locale())
    exponent = number.as_tuple().exponent
    # A pattern of more digits than the number's own would be beyond the precision of decimals.
    digits = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return numbers.format_decimal(number, pattern, locale, decimal_quantization=False)
