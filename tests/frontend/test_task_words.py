"""Groups of tasks by their day."""

from __future__ import annotations

from datetime import date, timedelta

from backend.tasks.rules import Week
from frontend.pages.task_list.words import group_of, group_words

SUNDAY = date(2026, 11, 22)


def test_tomorrow_is_never_later() -> None:
    for today in (SUNDAY - timedelta(days=days) for days in range(7)):
        groups = [
            group_of({"dueOn": (today + timedelta(days=days)).isoformat()}, today)
            for days in range(9)
        ]
        assert groups[:2] == ["today", "thisWeek"]
        assert groups.index("later") == (Week(today).later - today).days
    assert group_words("thisWeek", SUNDAY) == "Tomorrow"
    assert group_words("thisWeek", SUNDAY - timedelta(days=1)) == "This week"
