"""Each step of a board: its cards and their worth, how many get to it, how long they stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import ColorDot, Panel
from frontend.locale import format_number, format_percent, t, tn
from frontend.pages.board_numbers.charts import Bar, bars, chart_frame
from frontend.pages.board_numbers.words import span_words, sums_words

Step = Mapping[str, Any]
Numbers = Mapping[str, Any]


def standing_panel(steps: Sequence[Step], numbers: Sequence[Numbers]) -> VdomDict:
    """Draw where the cards are now."""
    pairs = list(zip(steps, numbers, strict=True))
    drawing = bars(
        [Bar(step["name"], own["cardCount"], step["name"], step["color"]) for step, own in pairs]
    )
    rows = [
        (step, (format_number(own["cardCount"]), sums_words(own["totals"]))) for step, own in pairs
    ]
    return Panel(
        t("Where the cards are"),
        chart_frame(drawing, _table((t("Step"), t("Cards"), t("Value")), rows)),
        text=t("Cards on the board now, and what they are worth."),
    )


def way_panel(steps: Sequence[Step], numbers: Sequence[Numbers]) -> VdomDict:
    """Draw how many cards come from step to step, and how long they stay."""
    pairs = list(zip(steps, numbers, strict=True))
    parts = conversions(pairs)
    drawing = bars(
        [
            Bar(step["name"], own["reachedCount"], _reached(own["reachedCount"]), step["color"])
            for step, own in pairs
        ]
    )
    rows = [
        (
            step,
            (
                format_number(own["reachedCount"]),
                "–" if part is None else format_percent(part),
                span_words(own["medianSeconds"]),
            ),
        )
        for (step, own), part in zip(pairs, parts, strict=True)
    ]
    headings = (t("Step"), t("Got here"), t("Went on"), t("Median stay"))
    return Panel(
        t("From step to step"),
        chart_frame(drawing, _table(headings, rows)),
        text=t(
            "How many cards ever got to each step or beyond it, which part of them went on to the "
            "next one, and how long they stayed."
        ),
    )


def conversions(pairs: Sequence[tuple[Step, Numbers]]) -> list[float | None]:
    """Return which part of the cards that got to each step got to the next one too, None for
    outcomes and for steps that no card got to.
    """
    found: list[float | None] = []
    for place, (step, own) in enumerate(pairs):
        behind = pairs[place + 1] if place + 1 < len(pairs) else None
        if step["kind"] != "OPEN" or behind is None or not own["reachedCount"]:
            found.append(None)
        else:
            found.append(behind[1]["reachedCount"] / own["reachedCount"])
    return found


def _reached(count: int) -> str:
    return tn("{count} card", "{count} cards", count)


def _table(headings: Sequence[str], rows: Sequence[tuple[Step, Sequence[str]]]) -> VdomDict:
    first, *others = headings
    return html.table(
        {"className": "numbers-table"},
        html.thead(
            html.tr(
                html.th({"scope": "col"}, first),
                *(html.th({"scope": "col", "key": each}, each) for each in others),
            )
        ),
        html.tbody(
            *(
                html.tr(
                    {"key": step["id"]},
                    html.th(
                        {"scope": "row"},
                        html.span(
                            {"className": "numbers-step"},
                            ColorDot(step["color"]),
                            html.bdi(step["name"]),
                        ),
                    ),
                    *(html.td({"key": str(place)}, words) for place, words in enumerate(cells)),
                )
                for step, cells in rows
            )
        ),
    )
