"""The page of all tasks, by when they are due."""

from __future__ import annotations

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import EmptyState, PageHeader, Tab, Tabs
from frontend.hooks import use_can, use_query, use_store, use_task, use_url_state
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.task_list.composer import Composer
from frontend.pages.task_list.listing import Follow, TaskRows
from frontend.pages.task_list.state import Shown, TaskList
from frontend.pages.tasks.count import TasksCount
from frontend.routes import Command, Page, Section
from frontend.session import current_session


@component
def TasksPage() -> VdomDict:
    """The whole page; what it holds watches the list and the URL by itself."""
    tasks: TaskList = use_ref(TaskList(current_session())).current
    return html.div(
        {"className": "tasks-page"},
        PageHeader(t("Tasks"), count=Total(tasks, key="total")),
        Choice(tasks, key="choice"),
        html.div(
            {"className": "tasks-body"},
            Composer(tasks, key="composer") if use_can("WRITE_CONTACTS") else None,
            Rows(tasks, key="rows"),
        ),
        Follow(tasks, key="follow"),
    )


@component
def Total(tasks: TaskList) -> str:
    """How many tasks are open."""
    shown: Shown | None = use_store(tasks.shown)
    count = shown.counts.get("open", 0) if shown else 0
    return format_number(count) if count else ""


@component
def Choice(tasks: TaskList) -> VdomDict:
    """Open or completed, one's own or everybody's: in the URL."""
    state, _ = use_url_state("state")
    whose, _ = use_url_state("whose")
    people, _, _, _ = use_query(load("tasks/list_assignees"))
    members = ((people or {}).get("viewer") or {}).get("members") or ()
    own = next((each["id"] for each in members if each["isViewer"]), None)
    completed, mine = state == "completed", whose == "mine"

    async def read() -> None:
        if not mine or own is not None:
            await tasks.turn(completed=completed, mine=own if mine else None)

    use_task(read, [completed, mine, own if mine else None], loading=tasks.session)
    return html.div(
        {"className": "tasks-choice"},
        Tabs(
            [
                Tab("open", t("Open"), _url(completed=False, mine=mine)),
                Tab("completed", t("Completed"), _url(completed=True, mine=mine)),
            ],
            selected="completed" if completed else "open",
            label=t("Which tasks"),
        ),
        Tabs(
            [
                Tab("all", t("Everybody"), _url(completed=completed, mine=False)),
                Tab("mine", t("Mine"), _url(completed=completed, mine=True)),
            ],
            selected="mine" if mine else "all",
            label=t("Whose tasks"),
        )
        if len(members) > 1 or mine
        else None,
    )


def _url(*, completed: bool, mine: bool) -> str:
    asked = [*(["state=completed"] if completed else []), *(["whose=mine"] if mine else [])]
    return f"/tasks?{'&'.join(asked)}" if asked else "/tasks"


@component
def Rows(tasks: TaskList) -> Component:
    """The groups."""
    completed: bool = use_store(tasks.completed)
    if completed:
        nothing = EmptyState(t("Nothing completed yet"), t("Completed tasks appear here."))
    else:
        nothing = EmptyState(
            t("Nothing to do"),
            t("Type a task above, such as “Send the quote next Friday”, or add one to a contact."),
            drawing="cards",
        )
    return TaskRows(tasks, nothing, grouped=True, key="rows")


PAGES = (Page("/tasks", TasksPage, title=lambda: t("Tasks"), skeleton="list"),)
SECTION = Section(
    "tasks",
    label=lambda: t("Tasks"),
    icon="circle-check",
    href="/tasks",
    on_phones=True,
    order=20,
    count=lambda: TasksCount(key="count"),
)
COMMANDS = (
    Command("tasks", label=lambda: t("Tasks"), icon="circle-check", href="/tasks", keys="g t"),
)
