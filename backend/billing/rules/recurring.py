"""When a recurring invoice is made: calendar days counted from its first one."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count, islice

from backend.billing.errors import DateOutOfRange, NumberOutOfRange
from backend.billing.limits import MAX_EVERY, MAX_TIMES
from backend.billing.rules.drafting import LAST_DAY

NEVER = date(9999, 12, 31)
"""The next day of what has come to its end: after all others in a list by days."""


class Frequency(StrEnum):
    """What a schedule counts in."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class RecurringMode(StrEnum):
    """What becomes of an invoice when its day has come."""

    REVIEW = "review"
    ISSUE = "issue"
    SEND = "send"


class Outcome(StrEnum):
    """What became of a day. ``held`` was to be issued and could not be: it waits as a draft."""

    DRAFTED = "drafted"
    ISSUED = "issued"
    HELD = "held"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A first day, and another one every so many weeks, months or years.

    Days of the seller's calendar: clocks that change move none of them. It ends after ``ends_on``,
    or once ``times`` invoices were made.
    """

    frequency: Frequency
    start: date
    every: int = 1
    ends_on: date | None = None
    times: int | None = None

    def day(self, number: int) -> date | None:
        """Return the day of a number from 0, or None after all that can be written.

        A month too short has its last day instead; the month after that has the first one's again.
        """
        steps = number * self.every
        if self.frequency is Frequency.WEEKLY:
            ordinal = self.start.toordinal() + 7 * steps
            found = date.fromordinal(ordinal) if ordinal <= LAST_DAY.toordinal() else None
        else:
            months = steps * (12 if self.frequency is Frequency.YEARLY else 1)
            found = _months_after(self.start, months)
        if found is None or found > LAST_DAY or (self.ends_on and found > self.ends_on):
            return None
        return found

    def days_from(self, earliest: date) -> Iterator[date]:
        """Yield its days that are not before one, to its end by date."""
        for number in count(self._number_near(earliest)):
            found = self.day(number)
            if found is None:
                return
            if found >= earliest:
                yield found

    def _number_near(self, earliest: date) -> int:
        """Return a number whose day is not after the first one wanted, and close to it."""
        if self.frequency is Frequency.WEEKLY:
            return max(0, (earliest - self.start).days // (7 * self.every))
        years, months = earliest.year - self.start.year, earliest.month - self.start.month
        steps = years if self.frequency is Frequency.YEARLY else 12 * years + months
        return max(0, steps // self.every - 1)


def next_day(schedule: Schedule, earliest: date, passed: Collection[date], made: int) -> date:
    """Return the first day from one on that nothing became of yet; ``NEVER`` at the end."""
    return next(iter(next_days(schedule, earliest, passed, made, 1)), NEVER)


def next_days(
    schedule: Schedule, earliest: date, passed: Collection[date], made: int, most: int
) -> list[date]:
    """Return the next days on which an invoice is made. Skipped days are none of ``times``."""
    left = most if schedule.times is None else min(most, schedule.times - made)
    days = (day for day in schedule.days_from(earliest) if day not in passed)
    return list(islice(days, max(0, left)))


def check_schedule(schedule: Schedule, earliest: date, made: int = 0) -> Schedule:
    """Return a schedule that makes something, the first time not before a day.

    Raises:
        NumberOutOfRange, DateOutOfRange
    """
    if not 1 <= schedule.every <= MAX_EVERY:
        raise NumberOutOfRange(("every",), minimum=1, maximum=MAX_EVERY)
    if not earliest <= schedule.start <= LAST_DAY:
        raise DateOutOfRange(
            ("startDate",), earliest=earliest.isoformat(), latest=LAST_DAY.isoformat()
        )
    if schedule.ends_on is not None and not schedule.start <= schedule.ends_on <= LAST_DAY:
        raise DateOutOfRange(
            ("endsOn",), earliest=schedule.start.isoformat(), latest=LAST_DAY.isoformat()
        )
    least = max(1, made)
    if schedule.times is not None and not least <= schedule.times <= MAX_TIMES:
        raise NumberOutOfRange(("times",), minimum=least, maximum=MAX_TIMES)
    return schedule


def period_of(schedule: Schedule, day: date) -> tuple[date, date]:
    """Return the days that an invoice made on one stands for: up to the one before the next."""
    following = Schedule(schedule.frequency, schedule.start, schedule.every)
    after = next(following.days_from(day + timedelta(days=1)), None)
    return day, day if after is None else after - timedelta(days=1)


def _months_after(start: date, months: int) -> date | None:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > LAST_DAY.year:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
