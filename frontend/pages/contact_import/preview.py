"""The first rows of a file, as they are read."""

from __future__ import annotations

from collections.abc import Sequence

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button
from frontend.locale import t, tn
from frontend.pages.contact_import.one_import import Import

SHOWN_FIRST = 100
"""Columns, more than programs for contacts write; a file may have thousands."""


@component
def Preview(found: Import) -> VdomDict:
    """A table of the first rows, the columns beyond the first of them when they are asked for."""
    whole, set_whole = use_state(False)
    columns, rows = found["columns"], found["preview"]
    shown = len(columns) if whole else SHOWN_FIRST
    more = len(columns) - shown
    return html.div(
        {"className": "import-preview"},
        html.h3({"className": "import-subheading"}, t("The first rows")),
        sheet([each["header"] for each in columns], rows, shown),
        Button(
            tn("Show {count} more column", "Show {count} more columns", more),
            variant="ghost",
            small=True,
            icon="chevron-right",
            on_click=lambda: set_whole(True),
            attributes={"id": "import-more-columns"},
        )
        if more > 0
        else None,
        None if rows else html.p({"className": "import-text"}, t("There are no rows below it.")),
    )


def sheet(headers: Sequence[str], rows: Sequence[Sequence[str]], shown: int) -> VdomDict:
    """Draw the first columns of some rows; whoever reads on scrolls within the table."""
    return html.div(
        {
            "className": "import-sheet",
            "tabIndex": 0,
            "role": "region",
            "aria-label": t("The first rows"),
        },
        html.table(
            html.thead(
                html.tr(
                    *(
                        html.th({"scope": "col", "key": str(place)}, header)
                        for place, header in enumerate(headers[:shown])
                    )
                )
            ),
            html.tbody(*(_row(place, row[:shown]) for place, row in enumerate(rows))),
        ),
    )


def _row(place: int, cells: Sequence[str]) -> VdomDict:
    return html.tr(
        {"key": str(place)}, *(html.td({"key": str(at)}, cell) for at, cell in enumerate(cells))
    )
