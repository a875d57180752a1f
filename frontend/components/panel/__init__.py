"""A section of a page: a heading, what belongs together, and its actions."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Child


def Panel(
    title: str,
    *children: Child,
    text: str | None = None,
    actions: Child = None,
    id: str | None = None,
) -> VdomDict:
    """Draw a section with its heading; `text` explains it in a sentence, `actions` stand at the
    right.
    """
    return html.section(
        {"className": "panel", **({"id": id} if id else {})},
        html.header(
            {"className": "panel-header"},
            html.div(
                html.h2({"className": "panel-title"}, title),
                html.p({"className": "panel-text"}, text) if text else None,
            ),
            html.div({"className": "panel-actions"}, actions) if actions else None,
        ),
        html.div({"className": "panel-body"}, *children),
    )
