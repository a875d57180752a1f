"""The region at the bottom left where toasts appear; the frame of the application holds it once."""

from __future__ import annotations

from inspect import isawaitable
from typing import Any

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.button import IconButton
from frontend.components.icon import Icon
from frontend.hooks.state import use_store
from frontend.locale import t
from frontend.session import current_session
from frontend.toasts import Toast, Toasts

_toast = Vdom("carnet-toast")
_ICONS = {"info": "info", "success": "circle-check", "error": "circle-alert"}


@component
def ToastRegion() -> VdomDict:
    """Show the window's toasts and have them read out. Pages say things with `use_toast`."""
    toasts = current_session().toasts
    shown: tuple[Toast, ...] = use_store(toasts.shown)
    return html.div(
        {
            "className": "toasts",
            "role": "region",
            "aria-label": t("What just happened"),
            "aria-live": "polite",
        },
        *(_Toast(toasts, toast, key=str(toast.id)) for toast in shown),
    )


@component
def _Toast(toasts: Toasts, toast: Toast) -> VdomDict:
    def close(event: Any) -> None:
        toasts.close(toast.id)

    async def undo(event: Any) -> None:
        toasts.close(toast.id)
        outcome = toast.undo() if toast.undo else None
        if isawaitable(outcome):
            await outcome

    return _toast(
        {
            "className": f"toast toast-{toast.kind}",
            "data-seconds": toast.seconds,
            "onexpire": close,
        },
        Icon(_ICONS[toast.kind]),
        html.p(
            {"className": "toast-text"},
            toast.text,
            html.span({"className": "toast-request"}, t("Reference {id}", id=toast.request_id))
            if toast.request_id
            else None,
        ),
        html.button({"type": "button", "className": "toast-undo", "onClick": undo}, t("Undo"))
        if toast.undo
        else None,
        html.a({"className": "toast-undo", "href": toast.link[1]}, toast.link[0])
        if toast.link
        else None,
        IconButton("x", t("Close"), small=True, on_click=close),
    )
