"""Plain tables of a page's own rows (members, sessions, tokens). The contacts grid is a page part
of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Child, classes


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `align="end"` is for numbers, `hide_on_phone` for what a narrow screen can do
    without.
    """

    label: str
    align: Literal["start", "end"] = "start"
    hide_on_phone: bool = False
    label_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, one per column."""

    key: str
    cells: Sequence[Child]


def Table(columns: Sequence[Column], rows: Sequence[Row], *, caption: str) -> VdomDict:
    """Draw a table; `caption` names it for screen readers."""
    return html.div(
        # It may have to scroll sideways, which the keyboard must be able to do as well.
        {"className": "table-frame", "role": "region", "aria-label": caption, "tabIndex": 0},
        html.table(
            {"className": "table"},
            html.caption({"className": "visually-hidden"}, caption),
            html.thead(html.tr(*(_heading(column) for column in columns))),
            html.tbody(
                *(
                    html.tr(
                        {"key": row.key},
                        *(
                            _cell(column, cell)
                            for column, cell in zip(columns, row.cells, strict=True)
                        ),
                    )
                    for row in rows
                )
            ),
        ),
    )


def _heading(column: Column) -> VdomDict:
    words = (
        html.span({"className": "visually-hidden"}, column.label)
        if column.label_hidden
        else column.label
    )
    return html.th({"scope": "col", "className": _look(column)}, words)


def _cell(column: Column, cell: Child) -> VdomDict:
    return html.td({"className": _look(column)}, cell)


def _look(column: Column) -> str:
    return classes(
        column.align == "end" and "table-end", column.hide_on_phone and "table-wide-only"
    )
