"""The dialog of labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, ConfirmDialog, Dialog, EmptyState, IconButton, TextInput
from frontend.components.field import FieldErrors
from frontend.errors import explain, report
from frontend.hooks import use_mutation
from frontend.locale import format_number, t, tn
from frontend.operations import load
from frontend.pages.contact_parts.labels import Label, create_label, read_labels, use_labels
from frontend.pages.label_manager.color_menu import ColorMenu
from frontend.session import current_session

NO_LABEL: Label | None = None
NO_WORDS: tuple[str, ...] = ()


@component
def LabelManager(*, on_close: Callable[[], None]) -> VdomDict:
    """All labels with how many contacts carry them; what is changed is saved at once."""
    labels = use_labels()
    doomed, set_doomed = use_state(NO_LABEL)
    return html.div(
        {"className": "label-manager"},
        Dialog(
            t("Manage labels"),
            NewLabel(key="new"),
            html.ul(
                {"className": "label-rows", "key": "rows"},
                *(LabelRow(label, set_doomed, key=label["id"]) for label in labels),
            )
            if labels
            else EmptyState(
                t("No labels yet"),
                t("Labels sort your contacts: clients, prospects, press…"),
                drawing="cards",
            ),
            on_close=on_close,
            id="labels",
            size="medium",
            actions=Button(t("Done"), variant="primary", attributes={"data-close": ""}),
        ),
        DeleteLabel(doomed, on_close=lambda: set_doomed(None), key=doomed["id"])
        if doomed
        else None,
    )


@component
def NewLabel() -> VdomDict:
    """A line to write a new label in; Enter adds it."""
    session = current_session()
    typed, filling = use_ref(""), use_state(0)
    number, set_number = filling
    busy, set_busy = use_state(False)
    refused, set_refused = use_state(NO_WORDS)

    async def add() -> None:
        if busy or not typed.current.strip():
            return
        set_busy(True)
        set_refused(NO_WORDS)
        try:
            made = await create_label(
                session, typed.current, refuse=lambda words: set_refused((words,))
            )
        finally:
            set_busy(False)
        if made:
            typed.current = ""
            set_number(number + 1)
            session.command("focus", id="new-label")

    def take(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"]

    async def pressed(event: dict[str, Any]) -> None:
        if event["key"] == "Enter":
            await add()

    return html.div(
        {"className": "label-new"},
        TextInput(
            label=t("New label"),
            placeholder=t("New label"),
            on_input=take,
            attributes={
                "id": "new-label",
                "key": f"new-{number}",
                "maxLength": 60,
                "onKeyDown": pressed,
                "data-transient": "",
                "aria-invalid": "true" if refused else None,
                "aria-describedby": "new-label-error" if refused else None,
            },
        ),
        Button(t("Add label"), icon="plus", on_click=add, busy=busy),
        FieldErrors("new-label", refused),
    )


@component
def LabelRow(label: Label, on_delete: Callable[[Label], None]) -> VdomDict:
    """A label: its colour, its name, how many carry it."""
    session = current_session()
    update, _ = use_mutation(load("labels/update_label"))
    refused, set_refused = use_state(NO_WORDS)
    typed = use_ref(label["name"])

    async def save(name: str, color: str) -> None:
        outcome = await update(
            {"id": label["id"], "version": label["version"], "name": name, "color": color}
        )
        set_refused(tuple(explain(error) for error in outcome.errors))
        if outcome.ok:
            await read_labels(session)

    async def renamed(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"].strip()
        if typed.current != label["name"]:
            await save(typed.current, label["color"])

    field_id = f"label-{label['id']}"
    return html.li(
        {"className": "label-row"},
        ColorMenu(
            label["color"], lambda color: save(label["name"], color), id=f"color-{label['id']}"
        ),
        html.div(
            {"className": "label-row-name"},
            html.input(
                {
                    "id": field_id,
                    "key": f"name-{label['name']}",
                    "className": "inline-input",
                    "defaultValue": label["name"],
                    "aria-label": t("Name of the label"),
                    "aria-invalid": "true" if refused else None,
                    "maxLength": 60,
                    "data-transient": "",
                    "onChange": renamed,
                }
            ),
            FieldErrors(field_id, refused),
        ),
        html.span(
            {
                "className": "label-row-count",
                "title": tn("{count} contact", "{count} contacts", label["contactCount"]),
            },
            format_number(label["contactCount"]),
        ),
        IconButton(
            "trash-2",
            t("Delete {name}", name=label["name"]),
            small=True,
            on_click=lambda: on_delete(label),
        ),
    )


@component
def DeleteLabel(label: Label, *, on_close: Callable[[], None]) -> VdomDict:
    """Ask before a label goes; the contacts stay."""
    session = current_session()

    async def delete() -> None:
        operation = load("labels/delete_label")
        try:
            data = await session.client.run(operation, {"input": {"id": label["id"]}})
        except OperationFailed as error:
            report(error, session)
            return
        for refusal in data[operation.field]["errors"]:
            session.toasts.show(explain(refusal), kind="error")
        await read_labels(session)
        on_close()

    return html.div(
        ConfirmDialog(
            t("Delete the label “{name}”?", name=label["name"]),
            _consequence(label["contactCount"]),
            confirm=t("Delete"),
            danger=True,
            on_confirm=delete,
            on_close=on_close,
            key="confirm",
        )
    )


def _consequence(count: int) -> str:
    if not count:
        return t("No contact carries it.")
    return tn(
        "It is taken off {count} contact. The contact stays.",
        "It is taken off {count} contacts. The contacts stay.",
        count,
    )
