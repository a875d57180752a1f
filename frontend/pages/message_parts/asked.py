"""The money that a message asks for, as it stands in the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Button, Chip, Icon
from frontend.fragments import target
from frontend.locale import format_money, t
from frontend.pages.document_builder.places import document_url
from frontend.pages.message_parts.state import Message

CANCEL = "messages:cancel"
COLORS = {"UNPAID": "BLUE", "PARTLY_PAID": "AMBER", "PAID": "GREEN", "VOID": "GRAY"}


def payment_of(message: Message, can_send: bool) -> VdomDict:
    """Draw what a message asks for: an invoice as it stands now, or an amount."""
    request = message["paymentRequest"]
    invoice, cancelled = request["invoice"], request["isCancelled"]
    over = cancelled or (invoice is not None and invoice["state"] == "VOID")
    may_cancel = can_send and not cancelled and invoice is None
    return html.div(
        {"className": "message-payment", "data-cancelled": "" if over else None},
        Icon("receipt"),
        html.div(
            {"className": "message-payment-words"},
            html.span(
                {"className": "message-amount"},
                format_money(request["amountMinor"], request["currency"]),
            ),
            _what(request, invoice),
            html.span({"className": "message-payment-state"}, t("Cancelled"))
            if cancelled
            else html.a(
                {"href": request["url"], "target": "_blank", "rel": "noopener"},
                t("What the client sees"),
            ),
        ),
        _standing(invoice) if invoice else None,
        Button(
            t("Cancel request"),
            small=True,
            variant="ghost",
            attributes={"data-id": message["id"], "onClick": target(CANCEL)},
        )
        if may_cancel
        else None,
    )


def _what(request: Mapping[str, Any], invoice: Mapping[str, Any] | None) -> VdomDict:
    if invoice is None:
        return html.span({"dir": "auto"}, request["text"])
    return html.a({"href": document_url("INVOICE", invoice["documentId"])}, request["text"])


def _standing(invoice: Mapping[str, Any]) -> VdomDict:
    """Say how far the invoice is paid, and what is left where that is only a part."""
    state, balance = invoice["state"], invoice["balance"]
    words = {
        "UNPAID": t("To pay"),
        "PARTLY_PAID": t("Partly paid"),
        "PAID": t("Paid"),
        "VOID": t("Void"),
    }[state]
    overdue = bool(invoice["isOverdue"])
    left = format_money(int(balance["minor"]), balance["currency"])
    return html.div(
        {"className": "message-standing"},
        Chip(t("Overdue") if overdue else words, color="RED" if overdue else COLORS[state]),
        html.span({"className": "message-left"}, t("{amount} left", amount=left))
        if state == "PARTLY_PAID"
        else None,
    )
