"""Empty states: one drawing made of the design's own shapes, one sentence, one action."""

from __future__ import annotations

from typing import Literal

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Child

Drawing = Literal["list", "search", "cards", "page", "lost"]


def EmptyState(
    title: str, text: str, *, action: Child = None, drawing: Drawing = "list", second: Child = None
) -> VdomDict:
    """Say what will be here and how to begin. `action` is a `Button`, `second` a quieter one beside
    it.
    """
    return html.div(
        {"className": "empty-state"},
        html.div(
            {"className": f"empty-drawing empty-drawing-{drawing}", "aria-hidden": "true"},
            *(
                html.span({"className": f"empty-shape empty-shape-{number}"})
                for number in range(1, 7)
            ),
        ),
        html.h2({"className": "empty-title"}, title),
        html.p({"className": "empty-text"}, text),
        html.div({"className": "empty-actions"}, action, second) if action or second else None,
    )
