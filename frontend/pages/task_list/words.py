"""When something is due, as people say it on the day that they read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from frontend.locale import current_time_zone, format_date, format_short_day, format_time, t
from frontend.locale.formats import instant

SUNDAY = 6
GROUPS = ("overdue", "today", "thisWeek", "later", "undated")


@dataclass(frozen=True, slots=True)
class When:
    """When a task is due; `late` once that is over. Part of a row's version: it ages by the day."""

    words: str = ""
    late: bool = False
    exact: str = ""


def local_today() -> date:
    """Return the reader's day."""
    return datetime.now(UTC).astimezone(current_time_zone()).date()


def when_due(task: Any, today: date) -> When:
    """Say when a task is due."""
    if task["dueOn"] is None:
        return When()
    day = date.fromisoformat(task["dueOn"])
    words = day_words(day, today)
    exact = format_date(day, "full")
    late = day < today
    if task["dueAt"] is not None:
        time = format_time(task["dueAt"])
        words, exact = f"{words}, {time}", f"{exact}, {time}"
        late = instant(task["dueAt"]) < datetime.now(UTC)
    return When(words, late, exact)


def day_words(day: date, today: date) -> str:
    """Say a day: by its distance when it is near."""
    near = {-1: t("yesterday"), 0: t("today"), 1: t("tomorrow")}
    if (day - today).days in near:
        return near[(day - today).days]
    return format_short_day(day) if day.year == today.year else format_date(day)


def group_of(task: Any, today: date) -> str:
    """Return the group that a task stands in."""
    if task["dueOn"] is None:
        return "undated"
    day = date.fromisoformat(task["dueOn"])
    if day <= today:
        return "overdue" if day < today else "today"
    return "thisWeek" if day < today + timedelta(days=max(2, 7 - today.weekday())) else "later"


def group_words(group: str, today: date) -> str:
    """Return the heading of a group; on a Sunday the rest of the week is the day after."""
    if group == "thisWeek" and today.weekday() == SUNDAY:
        return t("Tomorrow")
    return {
        "overdue": t("Overdue"),
        "today": t("Today"),
        "thisWeek": t("This week"),
        "later": t("Later"),
        "undated": t("Without a date"),
    }[group]
