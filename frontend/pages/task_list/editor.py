"""One task, changed where it stands: its words, its due date, its reminder, whose it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed, UserError
from frontend.components import (
    Button,
    FormErrors,
    IconButton,
    Notice,
    Popover,
    SelectField,
    TextField,
)
from frontend.components.select import Option
from frontend.components.submit_form import SubmitForm
from frontend.errors import report
from frontend.hooks import use_form, use_query, use_store
from frontend.locale import current_time_zone, t
from frontend.locale.formats import instant
from frontend.operations import load
from frontend.pages.task_list.state import Task, TaskList
from frontend.store import Store

_NOBODY = ""


@component
def EditorSlot(tasks: TaskList) -> Component | None:
    """The editor of the task that was chosen, if any."""
    task_id: str | None = use_store(tasks.edited)
    task = tasks.task(task_id)
    return Editor(tasks, task, key=f"{task_id}") if task else None


@component
def Editor(tasks: TaskList, task: Task) -> VdomDict:
    """A form beside the task."""
    started = use_ref(task)
    conflict: Store[str | None] = use_ref(Store[str | None](None)).current
    form = use_form(form_values(task))
    people, _, _, _ = use_query(load("tasks/list_assignees"))
    members = ((people or {}).get("viewer") or {}).get("members") or ()

    def close(_: Any = None) -> None:
        tasks.edited.set(None)

    async def save(values: dict[str, Any]) -> None:
        changes = changed_input(started.current, values)
        if not changes:
            close()
            return
        base = started.current
        try:
            answer = await tasks.change({"id": base["id"], "version": base["version"], **changes})
        except OperationFailed as error:
            report(error, tasks.session)
            return
        if answer["conflict"]:
            started.current = answer["conflict"]["current"]
            conflict.set(answer["conflict"]["changedBy"])
        elif answer["errors"]:
            form.show_errors(tuple(map(_at_field, answer["errors"])))
        else:
            close()

    async def delete() -> None:
        close()
        await tasks.delete(task["id"])

    return html.div(
        Popover(
            SubmitForm(
                form,
                Conflict(conflict, key="conflict"),
                FormErrors(form, key="errors"),
                TextField(
                    form, "title", label=t("Task"), autofocus=True, required=True, key="title"
                ),
                html.div(
                    {"className": "task-editor-due", "key": "due"},
                    TextField(form, "on", label=t("Due"), type="date", key="on"),
                    TextField(form, "time", label=t("Time"), type="time", key="time"),
                ),
                TextField(
                    form,
                    "words",
                    label=t("Or in words"),
                    placeholder=t("tomorrow, next Friday at 3pm"),
                    key="words",
                ),
                TextField(form, "remind", label=t("Remind"), type="datetime-local", key="remind"),
                SelectField(
                    form,
                    "assignee",
                    [
                        Option(_NOBODY, t("Nobody")),
                        *(Option(each["id"], each["name"]) for each in members),
                    ],
                    label=t("Who does it"),
                    key=f"assignee-{len(members)}",
                ),
                html.div(
                    {"className": "task-editor-actions", "key": "actions"},
                    IconButton("trash-2", t("Delete the task"), on_click=delete),
                    Button(t("Save"), variant="primary", type="submit"),
                ),
                on_submit=save,
                label=t("Task"),
                id="task-editor-form",
                class_name="form task-editor",
                key="form",
            ),
            label=t("Edit the task"),
            anchor=f"task-{task['id']}",
            on_close=close,
            id="task-editor",
        )
    )


@component
def Conflict(conflict: Store[str | None]) -> VdomDict | None:
    """Who saved meanwhile; saving again writes over that, with both in view."""
    name = use_store(conflict)
    if name is None:
        return None
    return Notice(
        t("{name} changed this task meanwhile. Save again to keep what you wrote.", name=name),
        kind="warning",
    )


def form_values(task: Task) -> dict[str, Any]:
    """Return what the editor's fields begin with."""
    at, remind = task["dueAt"], task["remindAt"]
    assignee = task["assignee"]
    return {
        "title": task["title"],
        "on": _local(at).date().isoformat() if at else task["dueOn"] or "",
        "time": f"{_local(at):%H:%M}" if at else "",
        "words": "",
        "remind": f"{_local(remind):%Y-%m-%dT%H:%M}" if remind else "",
        "assignee": assignee["id"] if assignee else _NOBODY,
    }


def changed_input(task: Task, values: dict[str, Any]) -> dict[str, Any]:
    """Return what an edit changes, by the API's names; nothing when it changes nothing."""
    before, changes = form_values(task), {}
    if values["title"] != before["title"]:
        changes["title"] = values["title"]
    if values["words"].strip():
        changes["due"] = {"words": values["words"]}
    elif (values["on"], values["time"]) != (before["on"], before["time"]):
        changes["due"] = _due(values["on"], values["time"])
    if values["remind"] != before["remind"]:
        changes["remindAt"] = _instant(values["remind"])
    if values["assignee"] != before["assignee"]:
        changes["assigneeId"] = values["assignee"] or None
    return changes


def _due(day: str, time: str) -> dict[str, Any] | None:
    if not day:
        return {"words": time} if time else None
    return {"at": _instant(f"{day}T{time}")} if time else {"on": day}


def _instant(local: str) -> str | None:
    """Return a time on the reader's clock as an instant."""
    if not local:
        return None
    return datetime.fromisoformat(local).replace(tzinfo=current_time_zone()).isoformat()


def _local(value: str) -> datetime:
    return instant(value).astimezone(current_time_zone())


_FIELDS = {"due": "words", "remindAt": "remind", "assigneeId": "assignee"}


def _at_field(error: UserError) -> UserError:
    """Return a refusal at the field that says it."""
    first, *rest = error["path"] or [""]
    return {**error, "path": [_FIELDS.get(first, first), *([] if first in _FIELDS else rest)]}
