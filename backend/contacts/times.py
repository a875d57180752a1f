"""Calendar days of a time zone as stored instants."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from backend.core.clock import now, to_micros

_DAY = timedelta(days=1)


def today_in(zone: ZoneInfo) -> date:
    """Return the day that it is now."""
    return now().astimezone(zone).date()


def start_of(day: date, zone: ZoneInfo) -> int | None:
    """Return the stored instant at which a day begins; None beyond the ends of the calendar."""
    try:
        return to_micros(datetime.combine(day, time.min, zone))
    except OverflowError:
        return None


def end_of(day: date, zone: ZoneInfo) -> int | None:
    """Return the stored instant at which the next day begins; None at the end of the calendar."""
    return None if day == date.max else start_of(day + _DAY, zone)


def seconds_left_today(zone: ZoneInfo) -> float:
    """Return how long it is until the day ends."""
    instant = now()
    end = end_of(instant.astimezone(zone).date(), zone)
    return 86_400.0 if end is None else max(0.0, (end - to_micros(instant)) / 1_000_000)
