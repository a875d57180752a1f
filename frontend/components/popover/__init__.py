"""A small panel beside what it belongs to: for editing one thing without leaving the page."""

from __future__ import annotations

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import Child, Handler, listener

_popover = Vdom("carnet-popover")


def Popover(*children: Child, label: str, anchor: str, on_close: Handler, id: str) -> VdomDict:
    """Draw an open popover: render it while it should be open, leave it out otherwise.

    It stands under the element with the id `anchor`, which gets the focus back at the end.
    `on_close` is called when the user closes it (Escape, a click elsewhere); it is off the screen
    by then. The focus goes to the element with `data-autofocus`, else to the first control.
    """
    return _popover(
        {"onclosed": listener(on_close), "key": id, "data-anchor": anchor, "data-transient": ""},
        html.div(
            {
                "className": "popover",
                "id": id,
                "role": "dialog",
                "aria-label": label,
                "popover": "auto",
            },
            *children,
        ),
    )
