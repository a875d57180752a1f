"""A property of a card: its name at the left, what it is at the right."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Child


def property_row(label: str, content: Child) -> VdomDict:
    """Draw a property; `label` names the group for screen readers too."""
    return html.div(
        {"className": "card-property", "role": "group", "aria-label": label},
        html.span({"className": "card-property-name", "aria-hidden": "true"}, label),
        html.div({"className": "card-property-value"}, content),
    )
