"""Chips: labels and small states, in the ten label colours."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, Handler, classes, listener, merged
from frontend.components.icon import Icon
from frontend.locale import t

COLORS = ("GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK")


def Chip(
    label: str,
    *,
    color: str = "GRAY",
    on_remove: Handler | None = None,
    on_click: Handler | None = None,
    dot: bool = True,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a chip. `color` is a LabelColor of the API; the colour is never the only thing that says
    something.

    `on_remove` adds a cross, `on_click` makes the chip itself a button.
    """
    given = merged(attributes, className=classes("chip", f"color-{color.lower()}"))
    words = html.span({"className": "chip-label"}, label)
    mark = html.span({"className": "chip-dot", "aria-hidden": "true"}) if dot else None
    face = html.button(
        {"type": "button", "className": "chip-button", "onClick": listener(on_click)}, mark, words
    )
    return html.span(
        given,
        *([face] if on_click else [mark, words]),
        html.button(
            {
                "type": "button",
                "className": "chip-remove",
                "aria-label": t("Remove {name}", name=label),
                "onClick": listener(on_remove),
            },
            Icon("x", size=12),
        )
        if on_remove
        else None,
    )


def ColorDot(color: str) -> VdomDict:
    """Draw the dot of a label colour alone."""
    return html.span({"className": f"chip-dot color-{color.lower()}", "aria-hidden": "true"})
