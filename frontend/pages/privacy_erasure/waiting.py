"""An erasure that was confirmed and has not begun: how long is left, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Notice
from frontend.components.time import Time
from frontend.errors import explain
from frontend.hooks import use_mutation, use_toast
from frontend.locale import format_datetime, t
from frontend.operations import load
from frontend.pages.privacy_erasure.words import Erasure


@component
def Waiting(request: Erasure, on_done: Callable[[], None]) -> VdomDict:
    """The time counts down by itself."""
    cancel, cancelling = use_mutation(load("privacy/cancel_erasure"))
    toast = use_toast()

    async def call_off() -> None:
        outcome = await cancel({"id": request["id"]})
        if outcome.ok:
            toast(t("Cancelled: nothing was erased."), kind="success")
        elif outcome.errors:
            toast(explain(outcome.errors[0]), kind="error")
        on_done()

    return html.div(
        {"className": "erasure-waiting"},
        Notice(
            html.p({"className": "erasure-begins"}, t("Begins"), " ", Time(request["eraseAfter"])),
            html.p(
                t(
                    "On {moment}. Until then nothing is erased.",
                    moment=format_datetime(request["eraseAfter"]),
                )
            ),
            kind="warning",
            action=Button(t("Cancel the erasure"), on_click=call_off, busy=cancelling.loading),
        ),
    )
