"""Periods of the calendar that one asks for: months, quarters, years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from frontend.locale import format_date, t
from frontend.locale.formats import format_month


class Period(NamedTuple):
    """Days, both included, and what they are called."""

    id: str
    label: str
    first: date
    last: date


def usual_periods(today: date) -> list[Period]:
    """Return what is asked for most, the nearest first."""
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    last_quarter = (quarter - timedelta(days=1)).replace(day=1)
    last_quarter = last_quarter.replace(month=(last_quarter.month - 1) // 3 * 3 + 1)
    year = today.replace(month=1, day=1)
    return [
        Period("month", format_month(month), month, _end(month, 1)),
        Period("last-month", format_month(before), before, _end(before, 1)),
        Period("quarter", _quarter(quarter), quarter, _end(quarter, 3)),
        Period("last-quarter", _quarter(last_quarter), last_quarter, _end(last_quarter, 3)),
        Period("year", str(year.year), year, _end(year, 12)),
        Period(
            "last-year",
            str(year.year - 1),
            year.replace(year=year.year - 1),
            year - timedelta(days=1),
        ),
    ]


def period_words(since: str, until: str, today: date) -> str:
    """Say which days are shown, by a usual period's name where they are one."""
    for period in usual_periods(today):
        if (period.first.isoformat(), period.last.isoformat()) == (since, until):
            return period.label
    if since and until:
        return t("{first} to {last}", first=format_date(since), last=format_date(until))
    if since:
        return t("from {first}", first=format_date(since))
    return t("to {last}", last=format_date(until)) if until else ""


def _end(first: date, months: int) -> date:
    """Return the last day of some months."""
    following = first.year * 12 + first.month - 1 + months
    return date(following // 12, following % 12 + 1, 1) - timedelta(days=1)


def _quarter(first: date) -> str:
    return t("Quarter {number} of {year}", number=str((first.month + 2) // 3), year=str(first.year))
