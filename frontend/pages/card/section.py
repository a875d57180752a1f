"""A section of the drawer: its heading, how much there is, and what belongs together."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.components.elements import Child
from frontend.fragments import FragmentListElement


def drawer_section(
    id: str,
    title: str,
    icon: str,
    *children: Child | FragmentListElement,
    count: str | None = None,
) -> VdomDict:
    """Draw a section of the card."""
    heading = f"card-{id}-title"
    return html.section(
        {"className": f"card-section card-{id}", "aria-labelledby": heading, "key": id},
        html.h3(
            {"className": "card-section-title", "id": heading},
            Icon(icon),
            html.span(title),
            html.span({"className": "card-section-count"}, count) if count else None,
        ),
        *children,
    )
