"""The grey shapes of what is coming, instead of a spinner. They appear after 150 ms, so that quick
answers show none.
"""

from __future__ import annotations

from typing import Literal

from reactpy import html
from reactpy.types import VdomDict

from frontend.locale import t


def Skeleton(
    kind: Literal["text", "list", "form", "detail", "block"] = "text", *, lines: int = 3
) -> VdomDict:
    """Draw the outline of a text, a list of rows, a form, a record or a block while it loads."""
    return html.div(
        {"className": f"skeleton skeleton-{kind}", "role": "status", "aria-label": t("Loading")},
        *(_line(kind, number) for number in range(lines)),
    )


def _line(kind: str, number: int) -> VdomDict:
    if kind == "list":
        return html.div(
            {"className": "skeleton-row"},
            html.span({"className": "skeleton-bone skeleton-round"}),
            *(
                html.span({"className": f"skeleton-bone skeleton-w{(number + place) % 4}"})
                for place in range(4)
            ),
        )
    if kind == "form":
        return html.div(
            {"className": "skeleton-field"},
            html.span({"className": "skeleton-bone skeleton-w0"}),
            html.span({"className": "skeleton-bone skeleton-control"}),
        )
    return html.span({"className": f"skeleton-bone skeleton-w{number % 4}"})
