"""Amounts and rates as people type them, and as the API takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from babel.numbers import get_currency_precision

from frontend.client import ErrorParameter, UserError
from frontend.locale import format_number
from frontend.locale.typed_numbers import read_number, write_number

MOST_MINOR = 100_000_000_000
"""The highest price that the API keeps."""


def read_price(
    typed: str, currency: str, path: Sequence[str]
) -> tuple[int | None, list[UserError]]:
    """Return a price in minor units; None, and why, when it cannot be one. Nothing typed is 0."""
    digits = get_currency_precision(currency)
    amount = read_number(typed) if typed.strip() else Decimal(0)
    if amount is None:
        return None, [_refusal("NOT_A_NUMBER", path)]
    minor = amount.scaleb(digits)
    if not 0 <= minor <= MOST_MINOR:
        most = format_number(Decimal(MOST_MINOR).scaleb(-digits))
        return None, [_refusal("NUMBER_OUT_OF_RANGE", path, minimum="0", maximum=most)]
    if minor != minor.to_integral_value():
        return None, [_refusal("TOO_PRECISE", path, maximum=str(digits))]
    return int(minor), []


def write_price(money: Mapping[str, Any]) -> str:
    """Write a price for an input, with the digits of its currency."""
    digits = get_currency_precision(money["currency"])
    return write_number(Decimal(money["minor"]).scaleb(-digits))


def read_percent(typed: str, path: Sequence[str]) -> tuple[str | None, list[UserError]]:
    """Return a percentage as the API takes it; None, and why, when it is no number."""
    number = read_number(typed.replace("%", "")) if typed.strip() else Decimal(0)
    if number is None:
        return None, [_refusal("NOT_A_NUMBER", path)]
    return format(number, "f"), []


def read_whole(typed: str, path: Sequence[str]) -> tuple[int | None, list[UserError]]:
    """Return a whole number that fits the API; None, and why, when it is none."""
    number = read_number(typed)
    if number is None or number != number.to_integral_value():
        return None, [_refusal("NOT_A_NUMBER", path)]
    return max(-(2**31), min(int(number), 2**31 - 1)), []


def _refusal(code: str, path: Sequence[str], **parameters: str) -> UserError:
    given = [ErrorParameter(name=name, value=value) for name, value in parameters.items()]
    return UserError(code=code, path=list(path), parameters=given)
