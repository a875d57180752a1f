"""How many tasks are due today or late, beside the entry of the navigation."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.hooks import use_changes, use_query
from frontend.locale import format_number, tn
from frontend.operations import load


@component
def TasksCount() -> VdomDict | None:
    """A discreet number; nothing when nothing is due."""
    data, _, _, refetch = use_query(load("tasks/count_tasks"))
    use_changes(("TASK",), lambda event: refetch())
    counts = (data or {}).get("taskCounts") or {}
    due = counts.get("overdue", 0) + counts.get("today", 0)
    if not due:
        return None
    words = tn("{count} task due", "{count} tasks due", due)
    return html.span(
        {"className": "section-count", "title": words},
        html.span({"aria-hidden": "true"}, format_number(due)),
        html.span({"className": "visually-hidden"}, words),
    )
