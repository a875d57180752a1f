"""Dialogs and drawers, on the browser's own <dialog>: focus stays inside, Escape and the backdrop
close it.
"""

from __future__ import annotations

from typing import Literal

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.button import Button, IconButton
from frontend.components.elements import Child, Handler, listener
from frontend.locale import t

_dialog = Vdom("carnet-dialog")


def Dialog(
    title: str,
    *children: Child,
    on_close: Handler,
    actions: Child = None,
    text: str | None = None,
    size: Literal["small", "medium", "large"] = "small",
    id: str = "dialog",
) -> VdomDict:
    """Draw an open modal dialog: render it while it should be open, leave it out otherwise.

    `on_close` is called when the user closes it (Escape, backdrop, cross); it is off the screen by
    then. The focus goes to the element with `data-autofocus`, else to the first control, and back
    where it was at the end.
    """
    return _frame("dialog", title, children, on_close, actions, text, size, id)


def Drawer(
    title: str,
    *children: Child,
    on_close: Handler,
    actions: Child = None,
    text: str | None = None,
    size: Literal["small", "medium", "large"] = "medium",
    id: str = "drawer",
    guarded: bool = False,
) -> VdomDict:
    """Draw an open drawer at the right edge, a full page on phones. Otherwise it is a `Dialog`.

    A `guarded` one stays open when the user closes it: `on_close` decides, and may ask first.
    """
    return _frame("drawer", title, children, on_close, actions, text, size, id, guarded)


def _frame(
    look: str,
    title: str,
    children: tuple[Child, ...],
    on_close: Handler,
    actions: Child,
    text: str | None,
    size: str,
    id: str,
    guarded: bool = False,
) -> VdomDict:
    return _dialog(
        {"onclosed": listener(on_close), "key": id, "data-guarded": "" if guarded else None},
        html.dialog(
            {"className": f"{look} {look}-{size}", "id": id, "aria-labelledby": f"{id}-title"},
            html.header(
                {"className": "dialog-header"},
                html.h2({"id": f"{id}-title", "className": "dialog-title"}, title),
                IconButton(
                    "x", t("Close"), attributes={"data-close": "", "className": "dialog-close"}
                ),
            ),
            html.div(
                {"className": "dialog-body"},
                html.p({"className": "dialog-text"}, text) if text else None,
                *children,
            ),
            html.footer({"className": "dialog-footer"}, actions) if actions else None,
        ),
    )


@component
def ConfirmDialog(
    title: str,
    text: str,
    *,
    confirm: str,
    on_confirm: Handler,
    on_close: Handler,
    cancel: str | None = None,
    danger: bool = False,
) -> VdomDict:
    """Ask before something is done. `confirm` is the verb on the button ("Delete"), red when it
    destroys; `cancel` says the other way out where "Cancel" could be taken for it.
    """
    busy, set_busy = use_state(False)
    confirmed = listener(on_confirm)

    async def run(event: dict[str, object]) -> None:
        set_busy(True)
        try:
            await confirmed(event)
        finally:
            set_busy(False)

    return Dialog(
        title,
        text=text,
        on_close=on_close,
        id="confirm",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(cancel or t("Cancel"), attributes={"data-close": "", "data-autofocus": ""}),
            Button(confirm, variant="danger" if danger else "primary", on_click=run, busy=busy),
        ),
    )
