"""What a document says of its buyer, field by field; saved along with the draft."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, Drawer, TextField
from frontend.hooks import use_form, use_store
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.pages.contact_parts.address_fields import AddressFields
from frontend.pages.document_builder.desk import Desk

ADDRESS = ("street", "extended", "postalCode", "city", "region")
LENGTH = {"maxLength": 300}


@component
def BuyerDrawer(desk: Desk) -> Component | None:
    """The drawer, while it is open."""
    field: str = use_store(desk.buyer)
    return BuyerForm(desk, field, key="form") if field else None


@component
def BuyerForm(desk: Desk, field: str) -> VdomDict:
    """All fields of the buyer; those of one country where it has them."""
    draft = desk.draft
    buyer = draft.head.value.buyer
    address = {name: buyer[name] for name in ADDRESS} | {"countryCode": buyer["country"]}
    others = {name: text for name, text in buyer.items() if name not in (*ADDRESS, "country")}

    def take(name: str, value: Any) -> None:
        key = name.removeprefix("address.")
        present = dict(draft.head.value.buyer)
        present["country" if key == "countryCode" else key] = str(value)
        draft.set_head("buyer", present)

    form = use_form({**others, "address": address}, on_change=take)
    country: str = use_store(draft.head, lambda head: head.buyer["country"])
    refused = use_store(
        draft.refused,
        lambda known: tuple((k, words) for k, words in known.items() if k.startswith("buyer.")),
    )

    @use_effect(dependencies=[refused])
    def show() -> None:
        form.errors.set(
            {_form_name(path.removeprefix("buyer.")): (words,) for path, words in refused}
        )

    def close() -> None:
        desk.buyer.set("")

    def text(name: str, label: str, *, autofocus: bool = False, hint: str | None = None) -> Any:
        return TextField(
            form,
            name,
            label=label,
            hint=hint,
            autofocus=autofocus or name == field,
            attributes=LENGTH,
            key=name,
        )

    is_italian = country == "IT" or bool(buyer["fiscalCode"])
    return Drawer(
        t("The client on this document"),
        html.div(
            {"className": "fields"},
            text("name", t("Name or company")),
            AddressFields(form, "address", key="address"),
            text("email", t("E-mail")),
            text("phone", t("Phone")),
            text("vatNumber", t("VAT number")),
            text(
                "registrationNumber",
                t("SIREN or SIRET") if country == "FR" else t("Registration number"),
            ),
            text("fiscalCode", t("Codice fiscale")) if is_italian else None,
            text(
                "electronicAddress",
                t("Codice destinatario or PEC") if is_italian else t("Address for e-invoices"),
            ),
        ),
        text=t("The contact itself stays as it is."),
        on_close=close,
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Done"), variant="primary", attributes={"data-close": ""}),
        ),
        id="buyer-drawer",
    )


def _form_name(name: str) -> str:
    if name == "country":
        return "address.countryCode"
    return f"address.{name}" if name in ADDRESS else name
