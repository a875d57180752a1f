"""What is to be done next for a shown contact."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Icon, Link, classes
from frontend.hooks import use_changes, use_query
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.task_list.words import local_today, when_due


@component
def NextTask(contact_id: str) -> VdomDict | None:
    """The open task that is due first, and how many more there are; nothing when there is none."""
    data, _, _, refetch = use_query(load("tasks/read_next_task"), {"id": contact_id})
    use_changes(("TASK",), lambda event: refetch())
    contact = (data or {}).get("contact") or {}
    task, count = contact.get("nextTask"), contact.get("openTaskCount", 0)
    if task is None:
        return None
    when = when_due(task, local_today())
    return html.p(
        {"className": classes("quick-task", when.late and "task-late")},
        Icon("circle-check"),
        html.span(
            {"className": "quick-task-words"},
            Link(t("Next: {title}", title=task["title"]), href=contact_url(contact_id)),
            html.span(
                {"className": "task-details"},
                html.span({"className": "task-due", "title": when.exact}, when.words)
                if when.words
                else None,
                tn("and {count} more", "and {count} more", count - 1) if count > 1 else None,
            ),
        ),
    )
