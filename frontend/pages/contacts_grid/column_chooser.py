"""Choosing the columns: which, and in which order, by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, Checkbox, Dialog, Icon, IconButton
from frontend.events import Detail
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contacts_grid.columns import BY_ID, COLUMNS, Column, ColumnChoice
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.preferences import keep_columns

_sorter = Vdom("carnet-column-list")


@component
def ColumnChooser(contacts: ContactList, *, on_close: Callable[[], None]) -> VdomDict:
    """A dialog of all columns: the shown ones in their order, the others below. What is changed
    shows at once.
    """
    choice: ColumnChoice = use_store(contacts.choice) or ColumnChoice()

    async def keep(wanted: ColumnChoice) -> None:
        await keep_columns(contacts, wanted)

    async def dropped(event: dict[str, Any]) -> None:
        told = Detail(event)
        moved = told.text("id")
        present = contacts.choice.value or ColumnChoice()
        order = [column for column in present.shown if column != moved]
        order.insert(max(1, told.whole("to")), moved)
        await keep(present.with_order(order))

    hidden = [column for column in COLUMNS if column.id not in choice.shown]
    return Dialog(
        t("Customize columns"),
        _sorter(
            {"key": "list", "ondropped": dropped},
            html.ul(
                {"className": "column-list"},
                *(_shown(BY_ID[c], choice, keep) for c in choice.shown),
                *(_hidden(column, choice, keep) for column in hidden),
            ),
        ),
        on_close=on_close,
        id="columns",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Usual columns"), variant="ghost", on_click=lambda: keep(ColumnChoice())),
            Button(t("Done"), variant="primary", attributes={"data-close": ""}),
        ),
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
