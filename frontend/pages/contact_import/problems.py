"""The rows that would stay out, or come in without a cell: where, what, why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Column, Row, Table
from frontend.errors import explain
from frontend.locale import format_number, t, tn

LONGEST_SHOWN = 80


def Problems(problems: Sequence[Mapping[str, Any]], *, more: bool) -> VdomDict:
    """Draw the first problems as a table."""
    return html.div(
        {"className": "import-problems"},
        html.h3(
            {"className": "import-subheading"},
            tn("The first {count} problem", "The first {count} problems", len(problems))
            if more
            else t("Problems"),
        ),
        Table(
            [
                Column(t("Row"), align="end"),
                Column(t("Column")),
                Column(t("In the file")),
                Column(t("What is wrong")),
                Column(t("What becomes of it"), hide_on_phone=True),
            ],
            [_row(place, problem) for place, problem in enumerate(problems)],
            caption=t("Problems"),
        ),
    )


def _row(place: int, problem: Mapping[str, Any]) -> Row:
    text = problem["text"] or " · ".join(filter(None, problem["cells"]))
    stays = t("Comes in without it") if problem["isImported"] else t("Stays out")
    return Row(
        str(place),
        [
            format_number(problem["row"]),
            html.bdi(problem["column"] or "—"),
            html.bdi({"className": "import-cell"}, _cut(text) or "—"),
            reason(problem),
            stays,
        ],
    )


def reason(problem: Mapping[str, Any]) -> str:
    """Return why a row or cell stays out, in words."""
    error: UserError = {
        "code": problem["code"],
        "path": [],
        "parameters": problem.get("parameters") or [],
    }
    return explain(error)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
