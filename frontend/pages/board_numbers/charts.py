"""Bars as plain SVG. A table beside each chart says the same: the drawing is hidden from screen
readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

_text = Vdom("text")  # ReactPy takes it for an element without children
BAR, GAP = 24, 8
WIDTH = 600
HEIGHT = 160
SLOT = 50


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: how long it is, what stands at its end, in which of the label colours."""

    label: str
    size: float
    words: str
    color: str = "GRAY"


def bars(drawn: Sequence[Bar]) -> VdomDict:
    """Draw bars that lie one below the other, the longest as wide as the chart."""
    longest = max((bar.size for bar in drawn), default=0) or 1
    rows = []
    for place, bar in enumerate(drawn):
        top = place * (BAR + GAP)
        width = max(2.0, 420 * bar.size / longest) if bar.size else 0
        rows.append(
            html.svg.g(
                {"key": str(place), "className": f"color-{bar.color.lower()}"},
                html.svg.rect(
                    {
                        "className": "chart-bar",
                        "x": 0,
                        "y": top,
                        "width": round(width, 1),
                        "height": BAR,
                        "rx": 3,
                    }
                ),
                _text(
                    {"className": "chart-words", "x": round(width + 8, 1), "y": top + 17},
                    bar.words,
                ),
            )
        )
    height = max(1, len(drawn)) * (BAR + GAP) - GAP
    return html.svg(
        {
            "className": "chart chart-bars",
            "viewBox": f"0 0 {WIDTH} {height}",
            "aria-hidden": "true",
            "preserveAspectRatio": "xMinYMid meet",
        },
        *rows,
    )


@dataclass(frozen=True, slots=True)
class Column:
    """A month: what was won stands on the line, what was lost hangs below it."""

    label: str
    won: int
    lost: int


def columns(drawn: Sequence[Column]) -> VdomDict:
    """Draw columns side by side, on both sides of a line."""
    most = max((max(each.won, each.lost) for each in drawn), default=0) or 1
    half = HEIGHT / 2
    marks: list[VdomDict] = []
    for place, each in enumerate(drawn):
        left = place * SLOT + 8
        up, down = (half - 18) * each.won / most, (half - 18) * each.lost / most
        marks.append(
            html.svg.g(
                {"key": str(place)},
                _block("chart-won", left, half - up, up),
                _block("chart-lost", left, half, down),
                _count(each.won, left, half - up - 5),
                _count(each.lost, left, half + down + 13),
                _text(
                    {
                        "className": "chart-label",
                        "x": left + 17,
                        "y": HEIGHT + 14,
                        "textAnchor": "middle",
                    },
                    each.label,
                ),
            )
        )
    return html.svg(
        {
            "className": "chart chart-columns",
            "viewBox": f"0 0 {len(drawn) * SLOT} {HEIGHT + 22}",
            "aria-hidden": "true",
        },
        *marks,
        html.svg.line(
            {
                "className": "chart-line",
                "x1": 0,
                "x2": len(drawn) * SLOT,
                "y1": half,
                "y2": half,
            }
        ),
    )


def _block(name: str, left: float, top: float, height: float) -> VdomDict:
    return html.svg.rect(
        {
            "className": name,
            "x": left,
            "y": round(top, 1),
            "width": 34,
            "height": round(height, 1),
            "rx": 2,
        }
    )


def _count(count: int, left: float, at: float) -> VdomDict | None:
    if not count:
        return None
    place = {"className": "chart-count", "x": left + 17, "y": round(at, 1), "textAnchor": "middle"}
    return _text(place, str(count))


def chart_frame(drawing: VdomDict, table: VdomDict) -> VdomDict:
    """Put a chart and its table side by side."""
    return html.div(
        {"className": "chart-frame"},
        html.div({"className": "chart-drawing"}, drawing),
        html.div({"className": "chart-table"}, table),
    )
