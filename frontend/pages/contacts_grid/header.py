"""The header row: sort by a click, move and widen columns by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Icon, IconButton, MenuItem, classes
from frontend.components.menu import menu_markup, use_menu
from frontend.fragments import fragment, target
from frontend.hooks import use_store
from frontend.hooks.navigation import go
from frontend.hooks.target import use_target
from frontend.locale import t
from frontend.pages.contact_parts.fields import Fields, fields_of
from frontend.pages.contacts_grid.asked import asked_of, use_listing
from frontend.pages.contacts_grid.columns import (
    BY_ID,
    Column,
    ColumnChoice,
    all_columns,
    custom_column,
)
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.listing import CUSTOM, Listing
from frontend.session import current_session

NAME_SORTS = "name-sorts"


@component
def HeaderRow(contacts: ContactList) -> VdomDict:
    """The names of the columns. Keys on a focused one: Enter sorts, Alt and Shift with the arrows
    move and widen it.
    """
    session, listing = current_session(), use_listing()
    columns: ColumnChoice = use_store(contacts.drawn)
    fields: Fields | None = use_store(fields_of(session))
    there = all_columns(fields or ())

    def sort(wanted: Listing) -> None:
        query = asked_of(session).value.sorted_query(wanted)
        go(session, session.location.value.with_query(query).url)

    def sort_column(event: dict[str, Any]) -> None:
        column = there.get(event["currentTarget"]["dataset"].get("sorts", ""))
        if column is not None and column.sort is not None:
            by = listing.sort if _is_sorted(column, listing) else column.sort
            sort(listing.sorted_by(by))

    use_target("contacts:sort", sort_column)
    use_menu(NAME_SORTS, _name_sorts(listing, sort))
    return html.div(
        {"className": "grid-head", "role": "rowgroup"},
        _row(listing.sort, listing.descending, columns.shown, _names(columns.shown, there)),
    )


def _names(shown: tuple[str, ...], there: Mapping[str, Column]) -> tuple[str | None, ...]:
    """Return the names of the columns of custom fields; the others' follow from the language."""
    return tuple(
        None if column_id in BY_ID else there[column_id].label() if column_id in there else ""
        for column_id in shown
    )


@fragment(version=lambda sort, descending, shown, names: (sort, descending, shown, names))
def _row(
    sort: str, descending: bool, shown: tuple[str, ...], names: tuple[str | None, ...]
) -> VdomDict:
    listing = Listing(sort=sort, descending=descending)
    columns = [
        BY_ID[column_id]
        if name is None
        else custom_column({"id": column_id.removeprefix(CUSTOM), "name": name})
        for column_id, name in zip(shown, names, strict=True)
    ]
    return html.div(
        {"className": "grid-row grid-head-row", "role": "row", "aria-rowindex": 1},
        html.div(
            {"className": "grid-cell grid-tick-cell", "role": "columnheader", "key": "tick"},
            html.input(
                {
                    "type": "checkbox",
                    "className": "checkbox-input grid-tick-all",
                    "tabIndex": -1,
                    "aria-label": t("Select all loaded contacts"),
                }
            ),
        ),
        *(_heading(column, listing) for column in columns),
    )


def _is_sorted(column: Column, listing: Listing) -> bool:
    return listing.sort in (("given", "family") if column.id == "name" else (column.sort,))


def _heading(column: Column, listing: Listing) -> VdomDict:
    chosen = _is_sorted(column, listing)
    attributes = {
        "key": column.id,
        "className": classes("grid-cell grid-heading", chosen and "grid-heading-sorted"),
        "role": "columnheader",
        "data-column": column.id,
        "data-width": column.width,
    }
    if column.sort:
        direction = "descending" if listing.descending else "ascending"
        attributes["aria-sort"] = direction if chosen else "none"
    return html.div(
        attributes,
        _label(column, listing, chosen),
        _name_menu(listing) if column.id == "name" else None,
        html.span({"className": "grid-resize", "aria-hidden": "true"}),
    )


def _label(column: Column, listing: Listing, chosen: bool) -> VdomDict:
    words = html.span({"className": "grid-heading-words"}, column.label())
    if column.sort is None:
        return html.button(
            {"type": "button", "className": "grid-heading-button", "tabIndex": -1}, words
        )
    arrow = "arrow-down" if listing.descending else "arrow-up"
    return html.button(
        {
            "type": "button",
            "className": "grid-heading-button grid-heading-sorts",
            "tabIndex": -1,
            "data-sorts": column.id,
            "onClick": target("contacts:sort"),
        },
        words,
        html.span({"className": "grid-heading-by"}, t("family name"))
        if listing.sort == "family" and chosen
        else None,
        Icon(arrow, size=14) if chosen else None,
    )


def _name_menu(listing: Listing) -> VdomDict:
    trigger = IconButton(
        "chevron-down",
        t("Sort by name"),
        small=True,
        attributes={"tabIndex": -1, "className": "grid-heading-menu"},
    )
    return menu_markup(trigger, _name_sorts(listing, lambda wanted: None), id=NAME_SORTS)


def _name_sorts(listing: Listing, sort: Callable[[Listing], None]) -> list[MenuItem]:
    def item(by: str, descending: bool, words: str) -> MenuItem:
        wanted = replace(listing, sort=by, descending=descending)
        return MenuItem(words, on_click=lambda: sort(wanted), checked=wanted == listing)

    return [
        item("given", False, t("Given name, A to Z")),
        item("given", True, t("Given name, Z to A")),
        item("family", False, t("Family name, A to Z")),
        item("family", True, t("Family name, Z to A")),
    ]
