"""What the draft adds up to, live, and the discount on all of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import TextInput
from frontend.components.field import FieldErrors
from frontend.hooks import use_store
from frontend.locale import format_money, t
from frontend.pages.document_builder.amounts import Amounts
from frontend.pages.document_builder.head_fields import element_id, field_state
from frontend.pages.document_builder.lines import read_percent
from frontend.pages.document_builder.state import OpenDraft


@component
def Totals(draft: OpenDraft) -> VdomDict:
    """The rows of the totals; only amounts change while one types."""
    return html.div(
        {"className": "builder-totals", "role": "group", "aria-label": t("Totals")},
        Sum(draft, key="sum"),
        Discount(draft, key="discount"),
        Taxes(draft, key="taxes"),
    )


def _row(label: str, minor: int, currency: str, *, class_name: str = "") -> VdomDict:
    return html.div(
        {"className": f"builder-total {class_name}".strip(), "key": label},
        html.span(label),
        html.output(format_money(minor, currency)),
    )


@component
def Sum(draft: OpenDraft) -> VdomDict | None:
    """The lines together."""
    minor: int = use_store(draft.amounts, lambda amounts: amounts.lines_minor)
    currency: str = use_store(draft.amounts, lambda amounts: amounts.currency)
    return _row(t("Subtotal"), minor, currency) if currency else None


@component
def Discount(draft: OpenDraft) -> VdomDict:
    """A percentage off all lines."""
    key, refused = field_state(draft, "discount")
    words: str | None = use_store(draft.head, lambda head: read_percent(head.discount)[1])
    errors = (words,) if words else refused

    def take(event: Mapping[str, Any]) -> None:
        draft.set_head("discount", event["target"]["value"])

    name = element_id("discount")
    control = TextInput(
        value=draft.head.value.discount,
        on_input=take,
        placeholder="0",
        attributes={
            "key": key,
            "id": name,
            "name": "discount",
            "inputMode": "decimal",
            "maxLength": 20,
            "className": "builder-number",
            "aria-invalid": "true" if errors else None,
            "aria-describedby": f"{name}-error" if errors else None,
        },
    )
    return html.div(
        {"className": "builder-total builder-total-discount"},
        html.label({"htmlFor": name}, t("Discount in %")),
        control,
        DiscountAmount(draft, key="amount"),
        FieldErrors(name, errors),
    )


@component
def DiscountAmount(draft: OpenDraft) -> VdomDict:
    """What the discount takes off."""
    minor: int = use_store(draft.amounts, lambda amounts: amounts.discount_minor)
    currency: str = use_store(draft.amounts, lambda amounts: amounts.currency)
    return html.output(format_money(-minor, currency) if minor and currency else "–")


@component
def Taxes(draft: OpenDraft) -> VdomDict | Component | None:
    """Net, each tax, and the total."""
    amounts: Amounts = use_store(draft.amounts)
    if not amounts.currency:
        return None
    return html.div(
        {"className": "builder-total-rows"},
        _row(t("Net"), amounts.net_minor, amounts.currency) if amounts.discount_minor else None,
        *(
            html.div(
                {"className": "builder-total builder-total-tax", "key": f"tax-{place}"},
                html.span(
                    t(
                        "{tax} on {amount}",
                        tax=tax.name,
                        amount=format_money(tax.base_minor, amounts.currency),
                    )
                ),
                html.output(format_money(tax.amount_minor, amounts.currency)),
            )
            for place, tax in enumerate(amounts.taxes)
            if tax.rate is not None
        ),
        _row(
            _total_words(draft.kind),
            amounts.total_minor,
            amounts.currency,
            class_name="builder-total-whole",
        ),
    )


def _total_words(kind: str) -> str:
    return {"QUOTE": t("Total"), "CREDIT_NOTE": t("Total of the credit")}.get(
        kind, t("Total to pay")
    )
