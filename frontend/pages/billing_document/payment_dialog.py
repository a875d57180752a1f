"""The dialog in which a payment is recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy import event as react
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Button, Dialog, FormErrors, Option, SelectField, TextField
from frontend.components.unsaved import Unsaved
from frontend.hooks import use_form, use_store
from frontend.locale import format_money, t
from frontend.pages.billing_document.issued_state import IssuedState
from frontend.pages.billing_document.words import METHODS, method_words
from frontend.pages.billing_parts.amounts import read_price, write_price
from frontend.pages.task_list.words import local_today
from frontend.store import Store

AMOUNT = "amountMinor"


@component
def PaymentDialog(state: IssuedState, *, on_close: Callable[[], None]) -> VdomDict:
    """Ask how much came, when and how; what is left to pay stands there already."""
    shown = state.shown.value
    balance: Any = shown.document["balance"] if shown else {"minor": 0, "currency": "EUR"}
    left, currency = max(0, int(balance["minor"])), balance["currency"]
    today = local_today().isoformat()
    typed: Store[int | None] = use_ref(Store[int | None](left)).current
    key: str = use_ref(uuid4().hex).current
    busy, set_busy = use_state(False)

    def heard(name: str, value: Any) -> None:
        if name == AMOUNT:
            typed.set(read_price(str(value), currency, (AMOUNT,))[0])

    form = use_form(
        {
            AMOUNT: write_price({"minor": left, "currency": currency}) if left else "",
            "paidOn": today,
            "method": "TRANSFER",
            "reference": "",
        },
        on_change=heard,
    )

    async def save(_: dict[str, Any]) -> None:
        amount, errors = read_price(str(form.get(AMOUNT)), currency, (AMOUNT,))
        if not errors and not amount:
            errors = [UserError(code="REQUIRED", path=[AMOUNT], parameters=[])]
        if errors or busy:
            form.show_errors(errors)
            return
        set_busy(True)
        try:
            await _record(amount or 0)
        finally:
            set_busy(False)

    async def _record(amount: int) -> None:
        known = {each["id"] for each in shown.document["payments"]} if shown else set()
        day = form.get("paidOn")
        done = await state.run(
            "record_payment",
            invoiceId=state.document_id,
            amountMinor=amount,
            paidOn=None if day in ("", today) else day,  # the seller's own day may be another one
            method=form.get("method"),
            reference=form.get("reference") or None,
            idempotencyKey=key,
        )
        if done.errors:
            form.show_errors(done.errors)
        elif done.document is not None:
            new = [each["id"] for each in done.document["payments"] if each["id"] not in known]
            _say(state, amount, currency, new)
            on_close()

    return Dialog(
        t("Record payment"),
        html.form(
            {
                "id": "payment-form",
                "className": "form",
                "onSubmit": react(save, prevent_default=True),
            },
            FormErrors(form, key="errors"),
            html.div(
                TextField(
                    form,
                    AMOUNT,
                    label=t("Amount in {currency}", currency=currency),
                    required=True,
                    autofocus=True,
                    attributes={"inputMode": "decimal", "className": "input-amount"},
                    key="amount",
                ),
                Compared(typed, left, currency, key="compared"),
            ),
            html.div(
                {"className": "payment-two"},
                TextField(form, "paidOn", label=t("Day"), type="date", key="day"),
                SelectField(
                    form,
                    "method",
                    [Option(each, method_words(each)) for each in METHODS],
                    label=t("How it came"),
                    key="method",
                ),
            ),
            TextField(
                form,
                "reference",
                label=t("Reference"),
                hint=t("What the bank or the client calls it."),
                attributes={"maxLength": 300},
                key="reference",
            ),
            Unsaved(form, key="unsaved"),
        ),
        on_close=on_close,
        id="payment",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                t("Record"),
                variant="primary",
                type="submit",
                busy=busy,
                attributes={"form": "payment-form"},
            ),
        ),
    )


@component
def Compared(typed: Store[int | None], left: int, currency: str) -> VdomDict | None:
    """Say what a part leaves, and what is too much."""
    amount: int | None = use_store(typed)
    if not amount or amount == left:
        return None
    words = format_money(abs(left - amount), currency)
    if amount < left:
        return html.p(
            {"className": "payment-compared"}, t("{amount} are left to pay.", amount=words)
        )
    return html.p(
        {"className": "payment-compared payment-over", "role": "status"},
        t("{amount} more than is left to pay. It is kept as paid too much.", amount=words),
    )


def _say(state: IssuedState, amount: int, currency: str, new: list[str]) -> None:
    async def undo() -> None:
        for each in new:
            await state.do("delete_payment", id=each)

    words = t("Payment of {amount} recorded", amount=format_money(amount, currency))
    state.session.toasts.show(words, kind="success", undo=undo)
