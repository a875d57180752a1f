"""Choosing the columns: which, and in which order, by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, Checkbox, Dialog, Icon, IconButton
from frontend.events import Detail
from frontend.hooks import use_can, use_store
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.contact_parts.fields import Field, use_fields
from frontend.pages.contacts_grid.columns import (
    TRASH_COLUMNS,
    Column,
    ColumnChoice,
    all_columns,
    custom_column,
)
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.preferences import keep_columns
from frontend.pages.field_manager.new_field import NewFieldDialog
from frontend.session import current_session

_sorter = Vdom("carnet-column-list")


@component
def ColumnChooser(contacts: ContactList, *, on_close: Callable[[], None]) -> VdomDict:
    """A dialog of all columns: the shown ones in their order, the others below. What is changed
    shows at once.
    """
    choice: ColumnChoice = use_store(contacts.choice) or ColumnChoice()
    session, columns = current_session(), all_columns(use_fields())
    can_manage = use_can("MANAGE_CUSTOM_FIELDS")
    adding, set_adding = use_state(False)

    async def keep(wanted: ColumnChoice) -> None:
        await keep_columns(session, contacts, wanted)

    async def dropped(event: dict[str, Any]) -> None:
        told = Detail(event)
        moved = told.text("id")
        present = contacts.choice.value or ColumnChoice()
        order = [column for column in present.shown if column != moved]
        order.insert(max(1, told.whole("to")), moved)
        await keep(present.with_order(order))

    async def added(field: Field) -> None:
        set_adding(False)
        present = contacts.choice.value or ColumnChoice()
        await keep(present.with_order([*present.shown, custom_column(field).id]))

    def manage() -> None:
        on_close()
        go(session, session.location.value.with_query({"manage": "fields"}).url)

    shown = [columns[column_id] for column_id in choice.shown if column_id in columns]
    beside = {*choice.shown, *(column.id for column in TRASH_COLUMNS)}
    hidden = [column for column in columns.values() if column.id not in beside]
    dialog = Dialog(
        t("Customize columns"),
        _sorter(
            {"key": "list", "ondropped": dropped},
            html.ul(
                {"className": "column-list"},
                *(_shown(column, choice, keep) for column in shown),
                *(_hidden(column, choice, keep) for column in hidden),
            ),
        ),
        html.div(
            {"className": "column-fields", "key": "fields"},
            Button(
                t("Add a field"),
                icon="plus",
                variant="ghost",
                small=True,
                on_click=lambda: set_adding(True),
            ),
            Button(t("Manage fields"), variant="ghost", small=True, on_click=manage),
        )
        if can_manage
        else None,
        on_close=on_close,
        id="columns",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Usual columns"), variant="ghost", on_click=lambda: keep(ColumnChoice())),
            Button(t("Done"), variant="primary", attributes={"data-close": ""}),
        ),
    )
    return html.div(
        {"className": "column-chooser"},
        dialog,
        NewFieldDialog(on_made=added, on_close=lambda: set_adding(False), key="new")
        if adding
        else None,
    )


Keep = Callable[[ColumnChoice], Any]


def _shown(column: Column, choice: ColumnChoice, keep: Keep) -> VdomDict:
    label, place = column.label(), choice.shown.index(column.id)
    fixed = column.id == "name"
    return html.li(
        {
            "key": column.id,
            "className": "column-list-row",
            "data-id": column.id,
            "draggable": None if fixed else True,
        },
        Icon("grip-vertical", class_name="column-list-grip"),
        Checkbox(
            label, checked=True, disabled=fixed, on_change=lambda: keep(choice.toggled(column.id))
        ),
        None
        if fixed
        else html.span(
            {"className": "column-list-moves"},
            IconButton(
                "arrow-up",
                t("Move {name} up", name=label),
                small=True,
                disabled=place <= 1,
                on_click=lambda: keep(choice.moved(column.id, -1)),
            ),
            IconButton(
                "arrow-down",
                t("Move {name} down", name=label),
                small=True,
                disabled=place == len(choice.shown) - 1,
                on_click=lambda: keep(choice.moved(column.id, 1)),
            ),
        ),
    )


def _hidden(column: Column, choice: ColumnChoice, keep: Keep) -> VdomDict:
    return html.li(
        {"key": f"hidden-{column.id}", "className": "column-list-row column-list-hidden"},
        Checkbox(column.label(), on_change=lambda: keep(choice.toggled(column.id))),
    )
