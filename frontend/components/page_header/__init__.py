"""The line at the top of a page: its name, how many, a search, and the one primary action at the
right.
"""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Child


def PageHeader(
    title: str,
    *,
    count: Child = None,
    back: tuple[str, str] | None = None,
    search: Child = None,
    actions: Child = None,
    primary: Child = None,
) -> VdomDict:
    """Draw the header. `back` is (words, URL) of where this page belongs; `primary` comes last."""
    return html.header(
        {"className": "page-header"},
        html.a({"className": "page-back", "href": back[1]}, f"‹ {back[0]}") if back else None,
        html.h1({"className": "page-title", "id": "page-title", "tabIndex": -1}, title),
        html.span({"className": "page-count"}, count) if count is not None else None,
        html.div({"className": "page-search"}, search) if search else None,
        html.div({"className": "page-actions"}, actions, primary) if actions or primary else None,
    )
