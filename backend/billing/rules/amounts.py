"""Prices and percents that can be kept: within bounds, and no more exact than they are stored."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from backend.billing.errors import NumberOutOfRange, TooPrecise
from backend.billing.limits import MAX_PERCENT, MAX_PRICE_MINOR, PERCENT_DIGITS


def check_percent(percent: Decimal, path: Sequence[str]) -> Decimal:
    """Return a percent from 0 to 100.

    Raises:
        NumberOutOfRange, TooPrecise
    """
    if not percent.is_finite() or not 0 <= percent <= MAX_PERCENT:
        raise NumberOutOfRange(path, minimum=0, maximum=int(MAX_PERCENT))
    return check_digits(percent, PERCENT_DIGITS, path)


def check_digits(number: Decimal, digits: int, path: Sequence[str]) -> Decimal:
    """Return a number with at most so many digits after its point, without zeros at its end.

    Raises:
        TooPrecise
    """
    whole = number.scaleb(digits)
    if whole != whole.to_integral_value():
        raise TooPrecise(path, maximum=digits)
    return scaled(int(whole), digits)


def check_price(minor: int, path: Sequence[str]) -> int:
    """Return a price in minor units that is neither negative nor absurd.

    Raises:
        NumberOutOfRange
    """
    if not 0 <= minor <= MAX_PRICE_MINOR:
        raise NumberOutOfRange(path, minimum=0, maximum=MAX_PRICE_MINOR)
    return minor


def unscaled(number: Decimal, digits: int) -> int:
    """Return a number as it is stored: whole, of its smallest step."""
    return int(number.scaleb(digits))


def scaled(stored: int, digits: int) -> Decimal:
    """Return a stored number, without zeros at its end."""
    number = Decimal(stored).scaleb(-digits)
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
