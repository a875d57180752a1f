"""A due date: a calendar day, and a time of it where one was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from backend.core.clock import to_micros
from backend.tasks.errors import DueOutOfRange

EARLIEST = date(2000, 1, 1)
LATEST = date(2199, 12, 31)
UNDUE = 10**9
"""The order of what has no due date: after all that have one."""
DAY = 24 * 60 + 1
"""How far the orders of a day and the next are apart: its minutes, and the whole day before."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, as whoever writes sees it; ``locale`` is the language that they write first of all."""

    now: datetime
    zone: ZoneInfo
    locale: str = "en"

    @property
    def local(self) -> datetime:
        """The clock on their wall."""
        return self.now.astimezone(self.zone)

    @property
    def today(self) -> date:
        """Their day."""
        return self.local.date()


@dataclass(frozen=True, slots=True)
class Due:
    """A day; ``at`` is the instant within it, in UTC, where a time was said."""

    on: date
    at: datetime | None = None
    minute: int | None = None
    """The time on the clock of whoever said it, in minutes after midnight."""

    @staticmethod
    def of(day: date, clock: time | None, zone: ZoneInfo, path: Sequence[str] = ("due",)) -> Due:
        """Return a due date that may be one.

        Raises:
            DueOutOfRange: it lies before 2000 or after 2199.
        """
        if not EARLIEST <= day <= LATEST:
            raise out_of_range(path)
        if clock is None:
            return Due(day)
        at = datetime.combine(day, clock, zone).astimezone(UTC)
        return Due(day, at, clock.hour * 60 + clock.minute)

    @staticmethod
    def at_instant(instant: datetime, zone: ZoneInfo, path: Sequence[str] = ("due",)) -> Due:
        """Return an instant as a due date: the day that it falls on in a time zone, and the time.

        Raises:
            DueOutOfRange: it lies before 2000 or after 2199.
        """
        # Checked first: at the ends of the calendar an instant has no day in every time zone.
        if not EARLIEST.year <= instant.year <= LATEST.year:
            raise out_of_range(path)
        local = instant.astimezone(zone)
        return Due.of(local.date(), local.time().replace(second=0, microsecond=0), zone, path)

    @property
    def at_micros(self) -> int | None:
        """The instant as it is stored."""
        return None if self.at is None else to_micros(self.at)


def due_order(due: Due | None) -> int:
    """Return what lists sort by: days, in each what is for the whole day first, then by time."""
    if due is None:
        return UNDUE
    days = (due.on - EARLIEST).days
    return days * DAY + (0 if due.minute is None else 1 + due.minute)


def order_from(day: date) -> int:
    """Return the least order of what is due on a day or later."""
    return (day - EARLIEST).days * DAY


def out_of_range(path: Sequence[str]) -> DueOutOfRange:
    """Return the refusal of a day that no task is due on."""
    return DueOutOfRange(path, earliest=EARLIEST.isoformat(), latest=LATEST.isoformat())
