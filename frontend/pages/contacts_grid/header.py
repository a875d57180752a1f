"""The header row: sort by a click, move and widen columns by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Icon, IconButton, Menu, MenuItem, classes
from frontend.hooks import use_store
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.contacts_grid.columns import BY_ID, Column, ColumnChoice
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.listing import Listing
from frontend.session import current_session

Sort = Callable[[Listing], None]


@component
def HeaderRow(contacts: ContactList) -> VdomDict:
    """The names of the columns. Keys on a focused one: Enter sorts, Alt and Shift with the arrows
    move and widen it.
    """
    session = current_session()
    listing: Listing = use_store(session.location, lambda place: Listing.parse(place.query))
    columns: ColumnChoice = use_store(contacts.drawn)

    def sort(wanted: Listing) -> None:
        go(
            session,
            session.location.value.with_query({**wanted.query(), "at": None}).url,
        )

    return html.div(
        {"className": "grid-head", "role": "rowgroup"},
        html.div(
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
            *(_heading(BY_ID[column_id], listing, sort) for column_id in columns.shown),
        ),
    )


def _heading(column: Column, listing: Listing, sort: Sort) -> VdomDict:
    sorts = ("given", "family") if column.id == "name" else (column.sort,)
    chosen = listing.sort in sorts
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
        _label(column, listing, sort, chosen),
        _name_menu(listing, sort) if column.id == "name" else None,
        html.span({"className": "grid-resize", "aria-hidden": "true"}),
    )


def _label(column: Column, listing: Listing, sort: Sort, chosen: bool) -> VdomDict:
    words = html.span({"className": "grid-heading-words"}, column.label())
    if column.sort is None:
        return html.button(
            {"type": "button", "className": "grid-heading-button", "tabIndex": -1}, words
        )
    by = listing.sort if chosen else column.sort
    arrow = "arrow-down" if listing.descending else "arrow-up"
    return html.button(
        {
            "type": "button",
            "className": "grid-heading-button grid-heading-sorts",
            "tabIndex": -1,
            "onClick": lambda event: sort(listing.sorted_by(by)),
        },
        words,
        html.span({"className": "grid-heading-by"}, t("family name"))
        if listing.sort == "family" and chosen
        else None,
        Icon(arrow, size=14) if chosen else None,
    )


def _name_menu(listing: Listing, sort: Sort) -> Component:
    def item(by: str, descending: bool, words: str) -> MenuItem:
        wanted = replace(listing, sort=by, descending=descending)
        return MenuItem(words, on_click=lambda: sort(wanted), checked=wanted == listing)

    return Menu(
        IconButton(
            "chevron-down",
            t("Sort by name"),
            small=True,
            attributes={"tabIndex": -1, "className": "grid-heading-menu"},
        ),
        [
            item("given", False, t("Given name, A to Z")),
            item("given", True, t("Given name, Z to A")),
            item("family", False, t("Family name, A to Z")),
            item("family", True, t("Family name, Z to A")),
        ],
        id="name-sorts",
    )
