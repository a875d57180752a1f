"""The order of a list: at the heads of its columns, and in a menu where these are not shown."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Menu, MenuItem, MenuSeparator
from frontend.components.icon import Icon
from frontend.components.menu import MenuEntry
from frontend.hooks import use_url_state
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.documents.filters import SORTS
from frontend.session import current_session

FALLING = frozenset({"number", "issued", "total", "balance"})
"""What is asked for from its greatest, as a rule."""


@component
def SortHeads(tickable: bool) -> VdomDict:
    """The names of the columns: a click sorts by one, another turns the order around."""
    sort, set_sort = _use_sort()

    def head(name: str, label: str, column: str = "") -> VdomDict:
        chosen = sort.removeprefix("-") == name
        falls = sort.startswith("-")
        way = t("falling") if falls else t("rising")
        icon = "arrow-down" if falls else "arrow-up"
        return html.span(
            {"className": column or None, "key": name},
            html.button(
                {
                    "type": "button",
                    "className": "documents-sort",
                    "data-chosen": "" if chosen else None,
                    "aria-label": t("Sort by: {column}", column=label)
                    + (f" ({way})" if chosen else ""),
                    "onClick": lambda _: set_sort(_next(sort, name)),
                },
                label,
                Icon(icon, size=14) if chosen else None,
            ),
        )

    return html.div(
        {"className": "documents-heading" if tickable else "documents-heading documents-plain"},
        html.span() if tickable else None,
        head("number", t("Document")),
        head("client", t("Client")),
        head("issued", t("Issue date"), "document-issued"),
        head("due", t("Due"), "document-due"),
        html.span(t("State")),
        head("total", t("Total"), "document-amount"),
    )


def _next(sort: str, name: str) -> str:
    """Return the order that a click on a column leads to: its usual one, then the other, then that
    of the list.
    """
    first, second = (f"-{name}", name) if name in FALLING else (name, f"-{name}")
    return {first: second, second: ""}.get(sort, first)


@component
def SortMenu(of_quotes: bool) -> VdomDict:
    """Everything that a list can be sorted by."""
    sort, set_sort = _use_sort()
    names = {
        "number": t("Number"),
        "issued": t("Issue date"),
        "due": t("Holds until") if of_quotes else t("Due"),
        "client": t("Client"),
        "total": t("Total"),
    }
    if not of_quotes:
        names["balance"] = t("Left to pay")

    def choose(chosen: str) -> Callable[[], None]:
        return lambda: set_sort(chosen)

    entries: list[MenuEntry] = [
        MenuItem(t("Newest first"), checked=not sort, on_click=choose("")),
        MenuSeparator(),
    ]
    for name, label in names.items():
        chosen = sort.removeprefix("-") == name
        usual = f"-{name}" if name in FALLING else name
        entries.append(MenuItem(label, checked=chosen, on_click=choose(usual)))
    if sort:
        turned = sort.removeprefix("-") if sort.startswith("-") else f"-{sort}"
        entries += [
            MenuSeparator(),
            MenuItem(t("Turn around"), icon="arrow-up-down", on_click=choose(turned)),
        ]
    label = t("Sort")
    words = t("{filter}: {value}", filter=label, value=names.get(sort.removeprefix("-"), ""))
    return html.div(
        Menu(
            Button(
                words if sort else label,
                small=True,
                opens=True,
                attributes={"data-chosen": "" if sort else None},
            ),
            entries,
            id="documents-sort",
            align="end",
        )
    )


def _use_sort() -> tuple[str, Callable[[str], None]]:
    session = current_session()
    sort, _ = use_url_state("sort")

    def choose(chosen: str) -> None:
        go(session, session.location.value.with_query({"sort": chosen or None}).url, replace=True)

    return (sort if sort.removeprefix("-") in SORTS else ""), choose
