"""The list of columns: what of it is shown, and the way to the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Tab, Tabs
from frontend.fragments import FragmentList
from frontend.locale import t, tn
from frontend.pages.contact_import.column_row import column_row
from frontend.pages.contact_import.mapping import (
    Column,
    Doubt,
    doubtful_columns,
    empty_last,
    is_imported,
    most_of_each,
)
from frontend.pages.contact_import.targets import family_of

PAGE = 100


@dataclass(frozen=True, slots=True)
class Touched:
    """The columns that were changed since a filter is on: they stay in sight."""

    show: str
    places: frozenset[int] = frozenset()

    def with_place(self, show: str, place: int) -> Touched:
        """Return it with one more, under this filter."""
        before = self.places if self.show == show else frozenset[int]()
        return Touched(show, before | {place})


def filter_tabs(import_id: str, columns: Sequence[Column], show: str, first: str) -> VdomDict:
    """Draw the filters of the list; `first` is the one that one begins with."""
    left = sum(not is_imported(each) for each in columns)
    here = f"/contacts/import/{import_id}?step=columns"

    def tab(name: str, words: str, count: int) -> Tab:
        return Tab(name, words, here if name == first else f"{here}&show={name}", count=count)

    tabs = [
        tab("imported", t("Imported", context="columns"), len(columns) - left),
        tab("skipped", t("Left out", context="columns"), left),
        tab("all", t("All", context="columns"), len(columns)),
    ]
    return html.div(
        {"className": "import-filters", "key": "filters"},
        Tabs(tabs, selected=show, label=t("Columns")),
    )


@component
def ColumnList(
    columns: Sequence[Column], shown: Sequence[Column], doubts: Sequence[Doubt]
) -> VdomDict:
    """The columns that are shown, those with nothing in them behind a count."""
    pages, set_pages = use_state(1)
    opened, set_opened = use_state(False)
    filled, empty = empty_last(shown)
    with_empty = opened or not filled
    listed = [*filled, *empty] if with_empty else filled
    hidden = len(shown) - len(filled)
    return html.div(
        {"className": "import-column-rows"},
        _rows(columns, listed[: pages * PAGE], doubts),
        Button(
            t("Show more"),
            on_click=lambda: set_pages(pages + 1),
            attributes={"key": "more", "id": "import-more"},
        )
        if len(listed) > pages * PAGE
        else None,
        Button(
            tn(
                "Show {count} column with nothing in the first rows",
                "Show {count} columns with nothing in the first rows",
                hidden,
            ),
            variant="ghost",
            small=True,
            icon="chevron-down",
            on_click=lambda: set_opened(True),
            attributes={"key": "empty", "id": "import-empty"},
        )
        if hidden and not with_empty
        else None,
    )


def _rows(columns: Sequence[Column], shown: Sequence[Column], doubts: Sequence[Doubt]) -> Any:
    most, doubtful = most_of_each(columns), doubtful_columns(doubts)
    return FragmentList(
        "ul",
        {"className": "import-column-list", "aria-label": t("Columns")},
        [
            column_row(
                each,
                most.get(family_of(each["target"]["field"]) or "", 0),
                each["index"] in doubtful,
            )
            for each in shown
        ],
    )
