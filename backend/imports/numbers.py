"""Numbers as people write them: decimal commas, groups of three, currencies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

_LONGEST = 60
_CURRENCIES = r"[$€£¥]|EUR|USD|GBP|CHF|CAD"
_CURRENCY = re.compile(rf"^(?:{_CURRENCIES})\s*(?=[-+\d.,])|(?<=\d)\s*(?:{_CURRENCIES})$")
_SPACED = re.compile(r"(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_GROUPED = {
    mark: re.compile(rf"[+-]?\d{{1,3}}(?:\{mark}\d{{3}})+(?:\{other}\d+)?", re.ASCII)
    for mark, other in (".,", ",.")
}
_ZERO_BEFORE = re.compile(r"[+-]?0[.,]")


def read_number(text: str, *, decimal_comma: bool) -> Decimal | None:
    """Return the number that a cell says, or None."""
    bare = _bare(text)
    if bare is None:
        return None
    group, decimal = (".", ",") if decimal_comma else (",", ".")
    if _GROUPED[group].fullmatch(bare) and not _ZERO_BEFORE.match(bare):
        return Decimal(bare.replace(group, "").replace(decimal, "."))
    if _GROUPED[decimal].fullmatch(bare) and (group in bare or bare.count(decimal) > 1):
        return Decimal(bare.replace(decimal, "").replace(group, "."))
    return Decimal(bare.replace(",", ".")) if _PLAIN.fullmatch(bare) else None


def has_decimal_comma(cells: Iterable[str]) -> bool | None:
    """Tell from the cells of a column which sign its decimals have; None when they do not say."""
    votes = {".": 0, ",": 0}
    for cell in cells:
        bare = _bare(cell)
        mark = None if bare is None else _decimal_mark(bare)
        if mark is not None:
            votes[mark] += 1
    return None if votes["."] == votes[","] else votes[","] > votes["."]


def _decimal_mark(bare: str) -> str | None:
    """Return the decimal sign of one number where it can be no other, else None."""
    for mark, other in (".,", ",."):
        if _GROUPED[mark].fullmatch(bare) and (other in bare or bare.count(mark) > 1):
            return other
        is_group = _GROUPED[mark].fullmatch(bare) and not _ZERO_BEFORE.match(bare)
        if mark in bare and not is_group and _PLAIN.fullmatch(bare):
            return mark
    return None


def _bare(text: str) -> str | None:
    """Return the digits and marks of a number, without currency and spaces; None: it is none."""
    if len(text) > _LONGEST:
        return None
    bare = _CURRENCY.sub("", text.strip().replace("−", "-")).strip()
    return _SPACED.sub("", bare) or None
