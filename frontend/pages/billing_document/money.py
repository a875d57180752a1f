"""What came for an invoice and what is left to pay; payments are recorded and taken back here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, IconButton, classes
from frontend.hooks import use_can, use_store, use_toast, use_url_state
from frontend.locale import format_date, format_money, t
from frontend.pages.billing_document.issued_state import IssuedState, Shown
from frontend.pages.billing_document.payment_dialog import PaymentDialog
from frontend.pages.billing_document.words import method_words
from frontend.pages.documents.words import Document

Payment = Mapping[str, Any]


@component
def Money(state: IssuedState) -> VdomDict | None:
    """The panel; `?pay=1` opens the dialog of a payment."""
    shown: Shown | None = use_store(state.shown)
    paying, set_paying = use_url_state("pay")
    is_writer = use_can("WRITE_BILLING")
    if shown is None:
        return None
    document = shown.document
    can_write = is_writer and not document["purgedAt"]
    takes = can_write and document["status"] != "VOID"
    is_settled = document["status"] == "PAID"  # otherwise the page's first button records them
    return html.section(
        {"className": "issued-panel", "aria-labelledby": "money-title"},
        html.h2({"id": "money-title", "className": "issued-heading"}, t("Payments")),
        _balance(document),
        Payments(state, document["payments"], document["currency"], can_write, key="payments")
        if document["payments"]
        else None,
        Button(
            t("Record payment"),
            icon="plus",
            small=True,
            variant="ghost",
            on_click=lambda: set_paying("1", push=True),
            attributes={"key": "record"},
        )
        if takes and is_settled
        else None,
        PaymentDialog(state, on_close=lambda: set_paying(None), key="dialog")
        if paying and takes
        else None,
    )


def _balance(document: Document) -> VdomDict:
    """Draw how the total became what is left."""
    currency = document["currency"]
    total, left = int(document["total"]["minor"]), int(document["balance"]["minor"])
    credited, paid = int(document["credited"]["minor"]), int(document["paid"]["minor"])
    is_void = document["status"] == "VOID"
    settled = 0 if total <= 0 else min(100, round(100 * (paid + credited) / total))
    return html.div(
        {"className": "balance", "key": "balance"},
        html.div(
            {"className": classes("balance-left", document["isOverdue"] and "balance-late")},
            html.span({"className": "balance-label"}, _left_words(document)),
            html.strong(
                {"className": "balance-amount", "id": "balance"}, format_money(abs(left), currency)
            ),
        ),
        html.progress(
            {"className": "balance-bar", "max": 100, "value": settled, "aria-hidden": "true"}
        )
        if not is_void
        else None,
        html.dl(
            {"className": "balance-lines"},
            *_line(t("Total"), format_money(total, currency)),
            *(_line(t("Credit notes"), format_money(-credited, currency)) if credited else ()),
            *(_line(t("Already paid"), format_money(-paid if paid else 0, currency))),
        ),
    )


def _left_words(document: Document) -> str:
    left = int(document["balance"]["minor"])
    if document["status"] == "VOID":
        return t("Void: nothing is to be paid")
    if left < 0:
        return t("Paid too much")
    if left == 0:
        return t("Nothing is left to pay")
    if document["isOverdue"]:
        return t("Overdue since {day}", day=format_date(document["dueDate"]))
    return t("Left to pay")


def _line(label: str, words: str) -> tuple[VdomDict, VdomDict]:
    return html.dt({"key": f"{label}-name"}, label), html.dd({"key": label}, words)


@component
def Payments(
    state: IssuedState,
    payments: Sequence[Payment],
    currency: str,
    can_write: bool,
) -> VdomDict:
    """The payments, by day, each with the way to take it back."""
    toast = use_toast()

    def take_back(payment: Payment) -> Any:
        async def run() -> None:
            if await state.do("delete_payment", id=payment["id"]) is None:
                return

            async def undo() -> None:
                await state.do(
                    "record_payment",
                    invoiceId=state.document_id,
                    amountMinor=int(payment["amount"]["minor"]),
                    paidOn=payment["paidOn"],
                    method=payment["method"],
                    reference=payment["reference"],
                )

            amount = format_money(int(payment["amount"]["minor"]), currency)
            toast(t("Payment of {amount} taken back", amount=amount), kind="success", undo=undo)

        return run

    return html.ul(
        {"className": "payments", "aria-label": t("Payments")},
        *(
            html.li(
                {"className": "payment", "key": payment["id"]},
                html.span(
                    {"className": "payment-words"},
                    html.span({"className": "payment-day"}, format_date(payment["paidOn"])),
                    html.span(
                        {"className": "payment-how"},
                        method_words(payment["method"]),
                        html.bdi(f" · {payment['reference']}") if payment["reference"] else None,
                    ),
                ),
                html.span(
                    {"className": "payment-amount"},
                    format_money(int(payment["amount"]["minor"]), currency),
                ),
                IconButton(
                    "x",
                    t("Take back the payment of {day}", day=format_date(payment["paidOn"])),
                    small=True,
                    on_click=take_back(payment),
                )
                if can_write
                else None,
            )
            for payment in payments
        ),
    )
