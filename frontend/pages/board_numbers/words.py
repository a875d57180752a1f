"""Spans of time and sums of several currencies, as people say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Literal

from babel import dates

from frontend.locale import format_money, t
from frontend.locale.catalogs import babel_locale
from frontend.locale.reader import current_locale

_HOUR, _DAY = 3600, 86_400
Unit = Literal["minute", "hour", "day"]


def span_words(seconds: float | None) -> str:
    """Say how long something lasts: "3 hours", "12 days"; a dash where nothing is known."""
    if seconds is None:
        return "–"
    unit: Unit
    if seconds < _HOUR:
        unit, size = "minute", 60
    elif seconds < 2 * _DAY:
        unit, size = "hour", _HOUR
    else:
        unit, size = "day", _DAY
    whole = timedelta(seconds=max(1, round(seconds / size)) * size)
    locale = str(babel_locale(current_locale()))
    return dates.format_timedelta(whole, granularity=unit, threshold=10_000, locale=locale)


def sums_words(sums: Sequence[Mapping[str, Any]]) -> str:
    """Write sums of several currencies; a dash for none."""
    return ", ".join(format_money(each["minor"], each["currency"]) for each in sums) or "–"


def reason_words(reason: str) -> str:
    """Return why something was lost."""
    return reason or t("No reason given")
