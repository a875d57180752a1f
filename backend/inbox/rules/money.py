"""Amounts and days in words."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date

from backend.core.money import Money


def amount_text(amount_minor: int, currency: str, locale: str) -> str:
    """Return minor units of a currency as people of a language write them."""
    return Money(amount_minor, currency).formatted(locale)


def day_text(at: datetime, locale: str) -> str:
    """Return the calendar day, in UTC, as people of a language write it."""
    return str(format_date(at.date(), "long", locale=locale))
