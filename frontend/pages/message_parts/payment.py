"""Asking for money with a message: what is left of an invoice, or an amount and what it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Field, IconButton, Option, Select, TextField
from frontend.components.place_fields import CurrencyField
from frontend.hooks import Form, use_query, use_store
from frontend.locale import format_date, format_money, t
from frontend.operations import load
from frontend.store import Store

TEXT_LENGTH = 500
INVOICE = "paymentRequest.invoiceId"
MOST_INVOICES = 50
Invoice = Mapping[str, Any]


@component
def Payment(form: Form, asks: Store[bool], contact_id: str | None) -> Component | None:
    """The fields, while money is asked for."""
    shown: bool = use_store(asks)
    return Asking(form, asks, contact_id, key="asking") if shown else None


@component
def Asking(form: Form, asks: Store[bool], contact_id: str | None) -> VdomDict:
    """The contact's open invoices to choose from, if any, and an amount of one's own."""
    asked = {"id": contact_id or "", "first": MOST_INVOICES}
    data, _, _, _ = use_query(load("messages/list_open_invoices"), asked, skip=not contact_id)
    invoices = [edge["node"] for edge in data["billingDocuments"]["edges"]] if data else []
    chosen, set_chosen = use_state(form.get(INVOICE))
    invoice = next((each for each in invoices if each["id"] == chosen), None)

    def choose(event: dict[str, Any]) -> None:
        form.set(INVOICE, event["currentTarget"]["value"])
        form.clear_errors(INVOICE)
        set_chosen(event["currentTarget"]["value"])

    def leave_out() -> None:
        asks.set(False)
        form.set("asks", False)
        form.session.command("focus", id=form.element_id("html"))

    if data and chosen and invoice is None:  # paid since it was chosen
        form.set(INVOICE, "")
    return html.div(
        {
            "className": "composer-payment",
            "role": "group",
            "aria-label": t("Payment request"),
            "data-invoices": "" if invoices else None,
        },
        Chosen(form, invoices, invoice, choose, key="chosen") if invoices else None,
        html.p({"className": "composer-invoice", "key": "invoice"}, *_said(invoice))
        if invoice
        else html.div({"className": "composer-amount", "key": "amount"}, *_own_amount(form)),
        IconButton("x", t("Ask for no payment"), small=True, on_click=leave_out),
    )


@component
def Chosen(form: Form, invoices: Sequence[Invoice], invoice: Invoice | None, choose: Any) -> Any:
    """The choice between open invoices and an amount of one's own."""
    errors: tuple[str, ...] = use_store(form.errors, lambda shown: shown.get(INVOICE, ()))
    options = [Option("", t("Another amount"))]
    options += [Option(each["id"], _name(each)) for each in invoices]
    value = invoice["id"] if invoice else ""
    return Field(
        t("Invoice"),
        Select(
            options,
            value=value,
            on_change=choose,
            attributes={"id": form.element_id(INVOICE), "key": f"invoice-{value}"},
        ),
        id=form.element_id(INVOICE),
        errors=errors,
    )


def _own_amount(form: Form) -> tuple[Any, ...]:
    return (
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
    )


def _name(invoice: Invoice) -> str:
    balance = invoice["balance"]
    left = format_money(int(balance["minor"]), balance["currency"])
    return f"{t('Invoice {number}', number=invoice['number'])} · {left}"


def _said(invoice: Invoice) -> tuple[Any, ...]:
    """Say what is asked for, and what the client gets."""
    balance = invoice["balance"]
    left = format_money(int(balance["minor"]), balance["currency"])
    due = format_date(date.fromisoformat(invoice["dueDate"])) if invoice["dueDate"] else ""
    words = t("Due {day}", day=due) if due else ""
    return (
        html.strong({"className": "message-amount"}, left),
        html.span(
            {"className": "composer-invoice-due", "data-overdue": invoice["isOverdue"] or None},
            words,
        ),
        html.span(t("The message leads to the invoice, where it is seen, downloaded and paid.")),
    )
