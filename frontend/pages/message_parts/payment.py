"""Asking for money with a message: how much, of what currency, for what."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import IconButton, TextField
from frontend.components.place_fields import CurrencyField
from frontend.hooks import Form, use_store
from frontend.locale import t
from frontend.store import Store

TEXT_LENGTH = 500


@component
def Payment(form: Form, asks: Store[bool]) -> VdomDict | None:
    """The fields, while money is asked for."""
    shown: bool = use_store(asks)

    def leave_out() -> None:
        asks.set(False)
        form.set("asks", False)
        form.session.command("focus", id=form.element_id("html"))

    if not shown:
        return None
    return html.div(
        {"className": "composer-payment", "role": "group", "aria-label": t("Payment request")},
        TextField(
            form,
            "paymentRequest.amountMinor",
            label=t("Amount"),
            required=True,
            attributes={"inputMode": "decimal", "maxLength": 30, "data-autofocus": ""},
            key="amount",
        ),
        CurrencyField(form, "paymentRequest.currency", key="currency"),
        TextField(
            form,
            "paymentRequest.text",
            label=t("For what"),
            required=True,
            attributes={"maxLength": TEXT_LENGTH},
            key="text",
        ),
        IconButton("x", t("Ask for no payment"), small=True, on_click=leave_out),
    )
