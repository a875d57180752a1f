"""On which days before and after its due date a client is reminded of an invoice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from backend.billing.errors import NumberOutOfRange
from backend.billing.limits import MAX_REMINDERS
from backend.billing.rules.kinds import LetterKind
from backend.core.errors import TooMany

EARLIEST, LATEST = -60, 180
"""Days after the due date; below zero before it."""
LATE = timedelta(days=3)
"""After so many days of downtime a reminder is of no use any more."""
FROM_HOUR = 8
"""Of the seller's day: nobody is reminded at night."""


def check_reminders(days: Sequence[int]) -> tuple[int, ...]:
    """Return days, each once, in order.

    Raises:
        TooMany, NumberOutOfRange
    """
    if len(days) > MAX_REMINDERS:
        raise TooMany(("days",), maximum=MAX_REMINDERS)
    for place, each in enumerate(days):
        if not EARLIEST <= each <= LATEST:
            raise NumberOutOfRange(("days", str(place)), minimum=EARLIEST, maximum=LATEST)
    return tuple(sorted(set(days)))


def reminder_on(
    due: date, days: Iterable[int], today: date, since: date, last: int | None
) -> int | None:
    """Return the reminder of an invoice whose day it is, if any: of several the last one.

    ``since`` is the day from which the account wants them, ``last`` the one that was sent: there is
    none for what was before, nor after a later one.
    """
    earliest = max(since, today - LATE)
    now = [
        each
        for each in days
        if earliest <= due + timedelta(days=each) <= today and (last is None or each > last)
    ]
    return max(now, default=None)


def letter_of(days: int) -> LetterKind:
    """Return the letter that a reminder is."""
    return LetterKind.OVERDUE if days > 0 else LetterKind.REMINDER
