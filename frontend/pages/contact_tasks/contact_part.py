"""The contact's tasks, at the side of its page."""

from __future__ import annotations

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button
from frontend.hooks import use_can, use_store, use_task
from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel
from frontend.pages.contact.state import use_contact_page
from frontend.pages.task_list.composer import Composer
from frontend.pages.task_list.listing import Follow, TaskRows
from frontend.pages.task_list.state import TaskList
from frontend.session import current_session


@component
def TasksPanel(contact_id: str) -> VdomDict:
    """A field for the next task, and the list."""
    tasks: TaskList = use_ref(TaskList(current_session(), contact_id)).current
    page = use_contact_page()
    if (first := page.first("openTasks")) is not None:
        tasks.begin(first, page.first("openTaskCount"), page.cursor.value, in_team=page.in_team)

    async def read_first() -> None:
        if tasks.shown.value is None:
            await tasks.read()

    use_task(read_first, [], loading=tasks.session)
    return html.div(
        {"className": "contact-tasks"},
        Composer(tasks, key="composer") if use_can("WRITE_CONTACTS") else None,
        TaskRows(tasks, t("Nothing to do."), key="rows"),
        Turn(tasks, key="turn"),
        Follow(tasks, key="follow"),
    )


@component
def Turn(tasks: TaskList) -> VdomDict:
    """From the open tasks to the completed ones, and back."""
    completed: bool = use_store(tasks.completed)

    async def turn() -> None:
        await tasks.turn(completed=not completed)

    return Button(
        t("Open tasks") if completed else t("Completed tasks"),
        variant="ghost",
        small=True,
        on_click=turn,
        attributes={"id": "turn-tasks"},
    )


PANELS = (
    ContactPanel(
        "tasks",
        lambda: t("Tasks"),
        "circle-check",
        order=20,
        component=lambda contact_id: TasksPanel(contact_id, key=contact_id),
        reads=("openTasks", "openTaskCount"),
    ),
)
