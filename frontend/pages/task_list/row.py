"""A task as a shared fragment: its circle, its words, when it is due, whom it is for and whose."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon, Time, classes
from frontend.fragments import fragment, target
from frontend.locale import format_datetime, t
from frontend.pages.task_list.state import Task
from frontend.pages.task_list.words import When

TOGGLE = "tasks:toggle"
EDIT = "tasks:edit"


@dataclass(frozen=True, slots=True)
class Look:
    """What a list shows of its tasks: whether they can be edited, whom they are for, whose."""

    can_write: bool
    contact: bool
    assignee: bool


def _version(task: Task, when: When, look: Look) -> Hashable:
    contact = task["contact"] or {}
    assignee = task["assignee"] or {}
    shown = (contact.get("displayName"), assignee.get("name"))
    return task["id"], task["version"], when, look, shown


@fragment(version=_version)
def task_row(task: Task, when: When, look: Look) -> VdomDict:
    """Draw a task."""
    done = task["state"] == "COMPLETED"
    return html.li(
        {
            "key": task["id"],
            "className": classes("task", done and "task-done", when.late and "task-late"),
        },
        html.button(
            {
                "type": "button",
                "className": "task-circle",
                "role": "checkbox",
                "aria-checked": str(done).lower(),
                "aria-label": t("Completed: {title}", title=task["title"]),
                "title": t("Reopen") if done else t("Complete"),
                "data-id": task["id"],
                "disabled": None if look.can_write else True,
                "onClick": target(TOGGLE),
            },
            Icon("check", size=14),
        ),
        html.div(
            {"className": "task-words"},
            html.button(
                {
                    "type": "button",
                    "className": "task-title",
                    "id": f"task-{task['id']}",
                    "data-id": task["id"],
                    "disabled": None if look.can_write else True,
                    "onClick": target(EDIT),
                },
                html.bdi(task["title"]),
            ),
            _details(task, when, look),
        ),
    )


def _details(task: Task, when: When, look: Look) -> VdomDict:
    contact, assignee = task["contact"], task["assignee"]
    done, remind_at = task["completedAt"], task["remindAt"]
    return html.span(
        {"className": "task-details"},
        html.span({"className": "task-completed"}, Time(done)) if done else None,
        html.span(
            {"className": "task-due", "title": when.exact},
            Icon("calendar", size=14),
            html.span({"className": "visually-hidden"}, t("Overdue:")) if when.late else None,
            when.words,
        )
        if when.words and not done
        else None,
        html.span(
            {
                "className": "task-reminder",
                "title": t("Reminder: {time}", time=format_datetime(remind_at)),
            },
            Icon("bell", size=14),
        )
        if remind_at and not done
        else None,
        html.a(
            {"className": "task-contact", "href": f"/contacts/{contact['id']}"},
            html.bdi(contact["displayName"]),
        )
        if contact and look.contact
        else None,
        html.bdi({"className": "task-assignee"}, assignee["name"])
        if assignee and look.assignee
        else None,
    )
