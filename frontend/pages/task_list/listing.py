"""The rows of a list of tasks, kept true while they are looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.components.elements import Child
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_live, use_store, use_target, use_task
from frontend.locale import current_time_zone, format_number, t
from frontend.operations import load
from frontend.pages.task_list.editor import EditorSlot
from frontend.pages.task_list.row import EDIT, TOGGLE, Look, task_row
from frontend.pages.task_list.state import Shown, Task, TaskList
from frontend.pages.task_list.words import GROUPS, group_of, group_words, local_today, when_due
from frontend.store import Store

SETTLE_SECONDS = 0.15
_task_list = Vdom("carnet-task-list")


@component
def TaskRows(tasks: TaskList, nothing: Child, grouped: bool = False) -> VdomDict | Component:
    """The list; `nothing` stands there when it is empty."""
    can_write = use_can("WRITE_CONTACTS")
    shown: Shown | None = use_store(tasks.shown)
    failed: bool = use_store(tasks.failed)
    today = use_today()

    async def toggle(event: dict[str, Any]) -> None:
        await tasks.toggle(event["currentTarget"]["dataset"]["id"])

    def edit(event: dict[str, Any]) -> None:
        tasks.edited.set(event["currentTarget"]["dataset"]["id"])

    use_target(TOGGLE, toggle)
    use_target(EDIT, edit)
    if shown is None:
        return _failed(tasks) if failed else Skeleton("list", lines=3)
    if not shown.tasks:
        return html.div({"className": "tasks-nothing"}, nothing)
    look = Look(can_write, contact=tasks.contact_id is None, assignee=shown.in_team)
    is_grouped = grouped and not tasks.completed.value
    return html.div(
        {"className": "tasks-frame"},
        _task_list({"key": "list"}, *_lists(shown, today, look, grouped=is_grouped)),
        Button(t("Show more"), on_click=tasks.read_more, attributes={"id": "more-tasks"})
        if shown.more
        else None,
        EditorSlot(tasks, key="editor"),
    )


def _lists(shown: Shown, today: date, look: Look, *, grouped: bool) -> list[VdomDict]:
    if not grouped:
        return [_rows(shown.tasks, today, look, t("Tasks"))]
    found: dict[str, list[Task]] = {}
    for task in shown.tasks:
        found.setdefault(group_of(task, today), []).append(task)
    return [
        html.section(
            {"key": group, "className": f"task-group task-group-{group}"},
            html.h2(
                {"className": "task-group-title"},
                group_words(group, today),
                html.span(
                    {"className": "task-group-count"}, format_number(shown.counts.get(group, 0))
                ),
            ),
            _rows(found[group], today, look, group_words(group, today)),
        )
        for group in GROUPS
        if group in found
    ]


def _rows(some: Sequence[Task], today: date, look: Look, label: str) -> VdomDict:
    return html.div(
        {"key": "rows"},
        FragmentList(
            "ul",
            {"className": "tasks", "aria-label": label},
            [task_row(task, when_due(task, today), look) for task in some],
        ),
    )


def _failed(tasks: TaskList) -> VdomDict:
    return EmptyState(
        t("The tasks could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=tasks.read),
        drawing="lost",
    )


@component
def Follow(tasks: TaskList) -> None:
    """Nothing to see: reads the list again a moment after something changed."""
    cursor: str | None = use_store(tasks.cursor)
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            await tasks.read()

    use_task(settle, [count])
    use_live(
        load("tasks/tasks_changed"),
        {"contactId": tasks.contact_id},
        lambda event: news.update(lambda seen: seen + 1),
        after=cursor,
        skip=cursor is None,
    )


def use_today() -> date:
    """Return the reader's day, and render again when it turns."""
    today, set_today = use_state(local_today())

    async def wait() -> None:
        now = datetime.now(UTC).astimezone(current_time_zone())
        morning = datetime.combine(now.date() + timedelta(days=1), datetime.min.time())
        seconds = (morning.replace(tzinfo=current_time_zone()) - now).total_seconds()
        await asyncio.sleep(max(1.0, seconds + 1))
        set_today(local_today())

    use_task(wait, [today])
    return today
