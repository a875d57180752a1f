"""The dialog of custom fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, ConfirmDialog, Dialog, EmptyState, Icon, IconButton
from frontend.components.field import FieldErrors
from frontend.errors import explain
from frontend.hooks import use_task
from frontend.locale import format_number, t, tn
from frontend.pages.contact_parts.fields import (
    KIND_ICONS,
    Field,
    Fields,
    delete_field,
    kind_words,
    order_fields,
    read_fields,
    rename_field,
    use_fields,
)
from frontend.pages.field_manager.new_field import NewFieldDialog
from frontend.session import current_session

NO_FIELD: Field | None = None
NO_WORDS: tuple[str, ...] = ()


@component
def FieldManager(*, on_close: Callable[[], None]) -> VdomDict:
    """All fields with how many contacts have a value in each; what is changed is saved at once."""
    session, fields = current_session(), use_fields()
    adding, set_adding = use_state(False)
    doomed, set_doomed = use_state(NO_FIELD)

    async def count() -> None:
        await read_fields(session)  # the counts change with every contact, unheard

    async def made(field: Field) -> None:
        set_adding(False)

    use_task(count, [])
    return html.div(
        {"className": "field-manager"},
        Dialog(
            t("Manage fields"),
            _rows(fields, set_doomed)
            if fields
            else EmptyState(
                t("No fields of your own yet"),
                t("Keep what matters to you: a birthday, a budget, a portfolio…"),
                drawing="cards",
            ),
            Button(
                t("Add a field"),
                icon="plus",
                on_click=lambda: set_adding(True),
                attributes={"id": "add-field", "key": "add"},
            ),
            on_close=on_close,
            id="fields",
            size="medium",
            actions=Button(t("Done"), variant="primary", attributes={"data-close": ""}),
        ),
        NewFieldDialog(on_made=made, on_close=lambda: set_adding(False), key="new")
        if adding
        else None,
        DeleteField(doomed, on_close=lambda: set_doomed(None), key=doomed["id"])
        if doomed
        else None,
    )


def _rows(fields: Fields, on_delete: Callable[[Field], None]) -> VdomDict:
    ids = [field["id"] for field in fields]
    return html.ul(
        {"className": "field-rows", "key": "rows"},
        *(
            FieldRow(field, place, ids, on_delete, key=field["id"])
            for place, field in enumerate(fields)
        ),
    )


@component
def FieldRow(
    field: Field, place: int, ids: list[str], on_delete: Callable[[Field], None]
) -> VdomDict:
    """A field: its type, its name, how many have a value in it, its place."""
    session = current_session()
    refused, set_refused = use_state(NO_WORDS)
    typed = use_ref(field["name"])

    async def renamed(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"].strip()
        if typed.current != field["name"]:
            errors = await rename_field(session, field, typed.current)
            set_refused(tuple(explain(error) for error in errors))

    async def move(by: int) -> None:
        order = list(ids)
        order.insert(place + by, order.pop(place))
        await order_fields(session, order)

    row_id, name = f"field-{field['id']}", field["name"]
    return html.li(
        {"className": "field-row"},
        html.span(
            {"className": "field-row-kind", "title": kind_words(field["kind"])},
            Icon(KIND_ICONS[field["kind"]], label=kind_words(field["kind"])),
        ),
        html.div(
            {"className": "field-row-name"},
            html.input(
                {
                    "id": row_id,
                    "key": f"name-{field['version']}",
                    "className": "inline-input",
                    "defaultValue": name,
                    "aria-label": t("Name of the field"),
                    "aria-invalid": "true" if refused else None,
                    "maxLength": 60,
                    "data-transient": "",
                    "onChange": renamed,
                }
            ),
            FieldErrors(row_id, refused),
        ),
        html.span(
            {
                "className": "field-row-count",
                "title": tn("{count} contact", "{count} contacts", field["contactCount"]),
            },
            format_number(field["contactCount"]),
        ),
        html.span(
            {"className": "field-row-moves"},
            IconButton(
                "arrow-up",
                t("Move {name} up", name=name),
                small=True,
                disabled=place == 0,
                on_click=lambda: move(-1),
            ),
            IconButton(
                "arrow-down",
                t("Move {name} down", name=name),
                small=True,
                disabled=place == len(ids) - 1,
                on_click=lambda: move(1),
            ),
        ),
        IconButton(
            "trash-2",
            t("Delete {name}", name=name),
            small=True,
            on_click=lambda: on_delete(field),
        ),
    )


@component
def DeleteField(field: Field, *, on_close: Callable[[], None]) -> VdomDict:
    """Ask before a field goes with its values."""
    session = current_session()

    async def delete() -> None:
        await delete_field(session, field)
        on_close()

    return html.div(
        ConfirmDialog(
            t("Delete the field “{name}”?", name=field["name"]),
            _consequence(field["contactCount"]),
            confirm=t("Delete"),
            danger=True,
            on_confirm=delete,
            on_close=on_close,
            key="confirm",
        )
    )


def _consequence(count: int) -> str:
    if not count:
        return t("No contact has a value in it.")
    return tn(
        "{count} contact loses its value. You can undo this for 30 days.",
        "{count} contacts lose their value. You can undo this for 30 days.",
        count,
    )
