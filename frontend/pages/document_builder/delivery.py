"""Where something is delivered, if that is not the client's own address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, Drawer, IconButton, TextField
from frontend.hooks import use_form, use_store
from frontend.locale import t, territory_name
from frontend.pages.contact_parts.address_fields import AddressFields
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.head import (
    ADDRESS_FIELDS,
    DELIVERY_FIELDS,
    Buyer,
    has_address,
)
from frontend.session import current_session

OPEN = "draft-delivery"


@component
def DeliveryAddress(desk: Desk) -> VdomDict:
    """What is said of it, and the way to say it."""
    place: Buyer = use_store(desk.draft.head, lambda head: head.delivery)

    def write() -> None:
        desk.delivery.set(True)

    def clear() -> None:
        desk.draft.set_head("delivery", dict.fromkeys(DELIVERY_FIELDS, ""))
        desk.focus(OPEN)

    words = _words(place)
    return html.div(
        {"className": "builder-delivery"},
        html.span({"className": "field-label"}, t("Delivery address")),
        html.span({"className": "builder-delivery-words"}, html.bdi(words)) if words else None,
        Button(
            t("Change") if words else t("Another address than the client’s"),
            variant="ghost",
            small=True,
            icon="pencil" if words else "plus",
            on_click=write,
            attributes={"id": OPEN, "key": "write"},
        ),
        IconButton("x", t("Deliver to the client’s address"), on_click=clear) if words else None,
    )


def _words(place: Mapping[str, str]) -> str:
    if not place.get("name") and not has_address(place):
        return ""
    city = " ".join(part for part in (place["postalCode"], place["city"]) if part)
    country = territory_name(place["country"]) if place["country"] else ""
    parts = (place["name"], place["street"], place["extended"], city, country)
    return " · ".join(part for part in parts if part)


@component
def DeliveryDrawer(desk: Desk) -> Component | None:
    """The drawer, while it is open."""
    is_open: bool = use_store(desk.delivery)
    return DeliveryForm(desk, key="form") if is_open else None


@component
def DeliveryForm(desk: Desk) -> VdomDict:
    """Who receives it, and where."""
    draft, viewer = desk.draft, current_session().viewer.value
    place = draft.head.value.delivery
    usual = draft.head.value.buyer["country"] or (viewer.account.country if viewer else "")
    country = place["country"] or usual
    address = {name: place[name] for name in ADDRESS_FIELDS} | {"countryCode": country}

    def take(name: str, value: Any) -> None:
        key = name.removeprefix("address.")
        present = dict(draft.head.value.delivery)
        present["country" if key == "countryCode" else key] = str(value)
        draft.set_head("delivery", {**present, "country": present["country"] or country})

    form = use_form({"name": place["name"], "address": address}, on_change=take)
    return Drawer(
        t("Delivery address"),
        html.div(
            {"className": "fields"},
            TextField(
                form,
                "name",
                label=t("Who receives it"),
                autofocus=True,
                attributes={"maxLength": 300},
                key="name",
            ),
            AddressFields(form, "address", key="address"),
        ),
        text=t("Where it goes, if that is not the client’s own address."),
        on_close=lambda: desk.delivery.set(False),
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Done"), variant="primary", attributes={"data-close": ""}),
        ),
        id="delivery-drawer",
    )
