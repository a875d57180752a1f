"""Choosing a label's colour."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from reactpy import html
from reactpy.types import Component

from frontend.components import COLORS, ColorDot, Menu, MenuItem
from frontend.locale import t


def ColorMenu(color: str, choose: Callable[[str], Awaitable[None]], *, id: str) -> Component:
    """Draw the dot of a colour; a click offers the others by name."""
    return Menu(
        html.button(
            {
                "type": "button",
                "className": "label-color",
                "aria-label": t("Colour: {name}", name=color_words(color)),
            },
            ColorDot(color),
        ),
        [
            MenuItem(
                color_words(other),
                checked=other == color,
                color=other,
                on_click=_choice(choose, other),
            )
            for other in COLORS
        ],
        id=id,
    )


def color_words(color: str) -> str:
    """Return the name of a label colour."""
    return {
        "GRAY": t("Grey"),
        "RED": t("Red"),
        "ORANGE": t("Orange"),
        "AMBER": t("Amber"),
        "GREEN": t("Green"),
        "TEAL": t("Teal"),
        "BLUE": t("Blue"),
        "INDIGO": t("Indigo"),
        "PURPLE": t("Purple"),
        "PINK": t("Pink"),
    }.get(color, color)


def _choice(choose: Callable[[str], Awaitable[None]], color: str) -> Callable[[], Awaitable[None]]:
    return lambda: choose(color)
