"""Typing a task and pressing Enter. The due date with which the text ends is shown before that, and
can be refused. What was typed stays until the task is there, also over a reload.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Icon, IconButton
from frontend.components.field import FieldErrors
from frontend.errors import explain, report
from frontend.events import Detail
from frontend.locale import t
from frontend.operations import load
from frontend.pages.task_list.draft import use_task_draft
from frontend.pages.task_list.state import TaskList
from frontend.pages.task_list.words import local_today, when_due

_composer = Vdom("carnet-task-composer")
_NOTHING: tuple[str, ...] = ()
_NO_DATE: Mapping[str, Any] | None = None


@component
def Composer(tasks: TaskList) -> VdomDict:
    """The field, what it is understood to say, and what was refused."""
    turn, set_turn = use_state("new")
    due, set_due = use_state(_NO_DATE)
    refused, set_refused = use_state(_NOTHING)
    declined = use_ref("")
    draft = use_task_draft(tasks.contact_id)
    field_id = f"new-task-{'contact' if tasks.contact_id else 'all'}"

    async def typed(event: dict[str, Any]) -> None:
        text = Detail(event).text("text")
        draft.keep(text)
        set_refused(_NOTHING)
        found = await _read_due(tasks, text) if text.strip() else None
        if found is not None and declined.current == found["words"]:
            found = None
        set_due(found)

    async def add(event: dict[str, Any]) -> None:
        text = Detail(event).text("text")
        result = "no"
        try:
            title = {"title": text, "dueInTitle": not declined.current}
            errors = await tasks.add(title)
            set_refused(tuple(explain(error) for error in errors))
            if not errors:
                result = "yes"
                declined.current = ""
                set_due(None)
                await draft.forget()
        except OperationFailed as error:
            report(error, tasks.session)
        finally:
            set_turn(f"{result}:{uuid4().hex}")

    def decline(event: dict[str, Any]) -> None:
        declined.current = due["words"] if due else ""
        set_due(None)

    return html.div(
        {"className": "task-composer"},
        _composer(
            {
                "data-turn": turn,
                "data-draft": draft.text,
                "ontyped": typed,
                "onadd": add,
            },
            html.span({"className": "task-circle task-circle-new", "aria-hidden": "true"}),
            html.input(
                {
                    "id": field_id,
                    "className": "task-composer-input",
                    "type": "text",
                    "autocomplete": "off",
                    "maxLength": 300,
                    "placeholder": t("Type your task and press Enter"),
                    "aria-label": t("New task"),
                    "aria-invalid": "true" if refused else None,
                    "aria-describedby": f"{field_id}-error" if refused else None,
                    "data-keys": "t",
                }
            ),
        ),
        html.p(
            {"className": "task-understood", "role": "status"},
            *(
                (
                    Icon("calendar", size=14),
                    html.span(t("Due {when}", when=when_due(due, local_today()).words)),
                    IconButton("x", t("No due date"), small=True, on_click=decline),
                )
                if due
                else ()
            ),
        ),
        FieldErrors(field_id, refused),
    )


async def _read_due(tasks: TaskList, text: str) -> Mapping[str, Any] | None:
    try:
        answer = await tasks.session.client.run(load("tasks/read_due_date"), {"text": text})
    except OperationFailed:  # out of the calendar: said when Enter is pressed
        return None
    found: Mapping[str, Any] | None = answer["dueDate"]
    return found
