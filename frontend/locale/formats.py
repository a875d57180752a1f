"""Dates, numbers and money as the reader's language writes them.

Instants are UTC in the API and shown in the reader's time zone; calendar days (`date`) have none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from math import floor
from typing import Literal

from babel import dates, numbers, units
from babel.core import Locale

from frontend.locale.catalogs import babel_locale
from frontend.locale.reader import current_locale, current_time_zone

Style = Literal["short", "medium", "long", "full"]


def format_date(value: date | datetime | str, style: Style = "medium") -> str:
    """Write a calendar day, or the day on which an instant falls for the reader. Strings are ISO
    8601.
    """
    return dates.format_date(local_day(value), style, locale=_locale())


def format_short_day(value: date) -> str:
    """Write a calendar day of this year: its weekday, day and month."""
    return str(dates.format_skeleton("MMMEd", value, locale=_locale()))


def format_month(value: date) -> str:
    """Write the month that a calendar day is in, with its year."""
    return str(dates.format_skeleton("yMMMM", value, locale=_locale()))


def format_datetime(value: datetime | str, style: Style = "medium") -> str:
    """Write an instant as day and time in the reader's time zone; "medium" says no seconds."""
    if style == "medium":
        joined = str(dates.get_datetime_format("medium", locale=_locale()))
        day = local_day(value)
        return joined.replace("{1}", format_date(day)).replace("{0}", format_time(value))
    return dates.format_datetime(
        instant(value), style, tzinfo=current_time_zone(), locale=_locale()
    )


def format_time(value: datetime | str, style: Style = "short") -> str:
    """Write the time of day of an instant in the reader's time zone."""
    return dates.format_time(instant(value), style, tzinfo=current_time_zone(), locale=_locale())


def format_wait(seconds: int) -> str:
    """Write how long to wait, never less than it takes: "40 seconds", "15 minutes", "2 hours"."""
    unit: Literal["second", "minute", "hour"]
    if seconds < 60:
        unit, size = "second", 1
    elif seconds < 5400:
        unit, size = "minute", 60
    else:
        unit, size = "hour", 3600
    whole = timedelta(seconds=max(1, -(-seconds // size)) * size)
    return dates.format_timedelta(whole, granularity=unit, threshold=1.5, locale=_locale())


def format_number(value: float | Decimal, *, digits: int | None = None) -> str:
    """Write a number; `digits` fixes how many follow the decimal sign."""
    return _number(value, digits, _locale())


@lru_cache(maxsize=4096, typed=True)
def _number(value: float | Decimal, digits: int | None, locale: str) -> str:
    pattern = None if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
    return numbers.format_decimal(value, format=pattern, locale=locale)


def format_percent(part: float) -> str:
    """Write a part of 1 as whole percents, never 100 % before all is there."""
    return numbers.format_percent(floor(round(part * 100, 6)) / 100, locale=_locale())


def format_bytes(size: int) -> str:
    """Write the size of a file: "34 kB", "12.4 MB"."""
    unit, divisor = ("megabyte", 1e6) if size >= 1e6 else ("kilobyte", 1e3)
    value = max(size / divisor, 0.1)
    pattern = "#,##0.#" if size >= 1e6 or size < 1e3 else "#,##0"
    return units.format_unit(
        value, f"digital-{unit}", length="short", format=pattern, locale=_locale()
    )


def format_money(minor: int, currency: str, *, short: bool = False) -> str:
    """Write an amount given in minor units (cents) of a currency, e.g. 120050 EUR as €1,200.50.

    A `short` one leaves out cents that are nought.
    """
    return _money(minor, currency, short, _locale())


@lru_cache(maxsize=4096)
def _money(minor: int, currency: str, short: bool, locale: str) -> str:
    digits = numbers.get_currency_precision(currency)
    amount = Decimal(minor).scaleb(-digits)
    if not short or minor % 10**digits:
        return str(numbers.format_currency(amount, currency, locale=locale))
    usual = Locale.parse(locale).currency_formats["standard"].pattern
    pattern = re.sub(r"\.0+", "", usual)
    return str(
        numbers.format_currency(
            amount, currency, format=pattern, locale=locale, currency_digits=False
        )
    )


def territory_name(country_code: str) -> str:
    """Return the name of a country by its ISO 3166 code, the code itself when there is none."""
    return str(babel_locale(current_locale()).territories.get(country_code.upper(), country_code))


def _locale() -> str:
    return _identifier(current_locale())


@cache
def _identifier(locale: str) -> str:
    return str(babel_locale(locale))


def instant(value: datetime | str) -> datetime:
    """Return an instant with its time zone; one without any is UTC."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def local_day(value: date | datetime | str) -> date:
    """Return a calendar day as it is, or the day on which an instant falls for the reader."""
    if isinstance(value, str):
        if len(value) == 10:
            return date.fromisoformat(value)
        value = instant(value)
    if isinstance(value, datetime):
        return instant(value).astimezone(current_time_zone()).date()
    return value
