"""Currencies, and amounts in words."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_currency, get_currency_precision


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    return frozenset(get_global("all_currencies"))


def is_currency(code: str) -> bool:
    """Whether this is the ISO 4217 code of a currency."""
    return code in _currencies()


def amount_text(amount_minor: int, currency: str, locale: str) -> str:
    """Return minor units of a currency as people of a language write them."""
    amount = Decimal(amount_minor).scaleb(-get_currency_precision(currency))
    return str(format_currency(amount, currency, locale=locale))


def day_text(at: datetime, locale: str) -> str:
    """Return the calendar day, in UTC, as people of a language write it."""
    return str(format_date(at.date(), "long", locale=locale))
