"""What a task may say, and how lists group tasks. Pure: no ORM, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

TITLE_LENGTH = 300
EXCERPT_LENGTH = 140


class TaskState(StrEnum):
    """Whether a task is still to be done."""

    OPEN = "open"
    COMPLETED = "completed"


class TaskGroup(StrEnum):
    """When a task is due, as seen on some day."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Week:
    """A day and those near it; weeks begin on Monday."""

    today: date

    @property
    def tomorrow(self) -> date:
        """The day after."""
        return self.today + timedelta(days=1)

    @property
    def later(self) -> date:
        """The first day that is later than this week, and than tomorrow on its last day."""
        return self.today + timedelta(days=max(2, 7 - self.today.weekday()))


def excerpt(title: str) -> str:
    """Return what the history says of a title."""
    return title if len(title) <= EXCERPT_LENGTH else f"{title[: EXCERPT_LENGTH - 1]}…"
