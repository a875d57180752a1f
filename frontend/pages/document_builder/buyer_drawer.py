"""What a document says of its buyer, field by field; saved along with the draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Checkbox, Drawer, TextField
from frontend.hooks import use_can, use_form, use_store, use_task
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.pages.contact_parts.address_fields import AddressFields
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.head import ADDRESS_FIELDS, has_address
from frontend.pages.document_builder.kept_address import keep_address, lacks_address
from frontend.session import current_session

LENGTH = {"maxLength": 300}


@component
def BuyerDrawer(desk: Desk) -> Component | None:
    """The drawer, while it is open."""
    field: str = use_store(desk.buyer)
    return BuyerForm(desk, field, key="form") if field else None


@component
def BuyerForm(desk: Desk, field: str) -> VdomDict:
    """All fields of the buyer; those of one country where it has them."""
    draft, viewer = desk.draft, current_session().viewer.value
    buyer = draft.head.value.buyer
    usual = "" if has_address(buyer) or viewer is None else viewer.account.country
    shown_country = buyer["country"] or usual
    address = {name: buyer[name] for name in ADDRESS_FIELDS} | {"countryCode": shown_country}
    others = {
        name: text for name, text in buyer.items() if name not in (*ADDRESS_FIELDS, "country")
    }

    def take(name: str, value: Any) -> None:
        key = name.removeprefix("address.")
        present = dict(draft.head.value.buyer)
        present["country" if key == "countryCode" else key] = str(value)
        if key in ADDRESS_FIELDS and has_address(present):
            present["country"] = present["country"] or usual
        draft.set_head("buyer", present)

    form = use_form({**others, "address": address}, on_change=take)
    country: str = use_store(draft.head, lambda head: head.buyer["country"])
    refused = use_store(
        draft.refused,
        lambda known: tuple((k, words) for k, words in known.items() if k.startswith("buyer.")),
    )

    @use_effect(dependencies=[])
    def begin() -> None:
        draft.session.command("focus", id=form.element_id(_form_name(field)), select=True)

    @use_effect(dependencies=[refused])
    def show() -> None:
        form.errors.set(
            {_form_name(path.removeprefix("buyer.")): (words,) for path, words in refused}
        )

    keeps = use_ref(True)
    can_keep = use_can("WRITE_CONTACTS")
    offered, set_offered = use_state(False)

    async def look() -> None:
        contact_id = draft.head.value.contact_id
        if can_keep and contact_id and not has_address(buyer):
            set_offered(await lacks_address(draft.session, contact_id))

    use_task(look, [])

    async def close() -> None:
        desk.buyer.set("")
        head = draft.head.value
        if offered and keeps.current and head.contact_id and has_address(head.buyer):
            await keep_address(draft.session, head.contact_id, head.buyer)

    def choose(event: Mapping[str, Any]) -> None:
        keeps.current = bool(event["target"]["checked"])

    def text(name: str, label: str) -> Any:
        first = {"data-autofocus": ""} if name == field else {}
        return TextField(form, name, label=label, attributes={**LENGTH, **first}, key=name)

    is_italian = country == "IT" or bool(buyer["fiscalCode"])
    return Drawer(
        t("The client on this document"),
        html.div(
            {"className": "fields"},
            text("name", t("Name or company")),
            AddressFields(form, "address", key="address"),
            html.div(
                {"className": "buyer-keeps", "key": "keeps"},
                Checkbox(
                    t("Keep this address with the contact too"),
                    checked=True,
                    hint=t("It has no address yet."),
                    on_change=choose,
                ),
            )
            if offered
            else None,
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
        text=None if offered else t("The contact itself stays as it is."),
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
    return f"address.{name}" if name in ADDRESS_FIELDS else name
