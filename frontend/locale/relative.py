"""Instants by their distance: "3 minutes ago", "yesterday"."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from babel import dates

from frontend.locale.catalogs import babel_locale
from frontend.locale.formats import format_date, instant, local_day
from frontend.locale.reader import current_locale
from frontend.locale.translate import t

NEAR_DAYS = 6


def format_relative(value: datetime | str, *, now: datetime | None = None) -> str:
    """Write an instant by its distance when near ("3 minutes ago", "yesterday"), as a date when
    far.

    It grows old on the page: prefer the `Time` component, which the browser keeps up to date.
    """
    moment, present = instant(value), now or datetime.now(UTC)
    days = (local_day(moment) - local_day(present)).days
    if abs(days) > NEAR_DAYS:
        return format_date(moment)
    locale = babel_locale(current_locale())
    if days == 0:
        return dates.format_timedelta(moment - present, add_direction=True, locale=locale)
    if days == 1:
        return t("tomorrow")
    if days == -1:
        return t("yesterday")
    return dates.format_timedelta(
        timedelta(days=days),
        granularity="day",
        threshold=NEAR_DAYS + 1,  # else four days are "1 week"
        add_direction=True,
        locale=locale,
    )
