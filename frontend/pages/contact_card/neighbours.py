"""The arrows to the contacts before and after, in the order of the list."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import IconButton
from frontend.locale import t


def neighbour_arrows(
    before: str | None, after: str | None, turn: Callable[[str], None]
) -> VdomDict:
    """Draw the arrows; `turn` is called with the contact to turn to."""

    def to(other: str | None) -> Callable[[], None]:
        return lambda: turn(other) if other else None

    return html.div(
        {"className": "quick-neighbours", "key": "neighbours"},
        IconButton(
            "chevron-up",
            t("Previous contact"),
            disabled=not before,
            on_click=to(before),
            keys="Alt+ArrowUp",
        ),
        IconButton(
            "chevron-down",
            t("Next contact"),
            disabled=not after,
            on_click=to(after),
            keys="Alt+ArrowDown",
        ),
    )
