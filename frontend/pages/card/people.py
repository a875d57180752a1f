"""Whom a card is about: its contact, and further ones; found as one types, or made on the spot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Avatar, Choice, Combobox, IconButton
from frontend.hooks import use_can, use_store
from frontend.locale import t
from frontend.pages.card.row import property_row
from frontend.pages.card.state import Card, OpenCard, is_settled
from frontend.pages.contact_parts.finding import find_contacts, make_contact
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.contact_parts.words import contact_name

Contact = Mapping[str, Any]


@component
def MainContact(card: OpenCard) -> VdomDict:
    """The contact, whose page is a click away, or the field that finds one."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    contact = shown["contact"]

    async def give(contact_id: str | None) -> None:
        for words in await card.save("contactId", contact_id):
            card.session.toasts.show(words, kind="error")

    async def make(typed: str) -> None:
        if (made := await make_contact(card.session, typed)) is not None:
            await give(made)

    async def search(text: str) -> list[Choice]:
        return await find_contacts(card.session, text, _known(shown))

    if contact is not None:
        content = html.div(
            {"className": "card-person", "key": contact["id"]},
            Avatar(contact_name(contact), photo_url=contact["photoUrl"]),
            html.a({"href": contact_url(contact["id"])}, html.bdi(contact_name(contact))),
            IconButton(
                "x",
                t("Take {name} off the card", name=contact_name(contact)),
                small=True,
                on_click=lambda: give(None),
            )
            if can_write
            else None,
        )
    elif can_write:
        content = html.div(
            {"className": "card-finder", "key": "finder"},
            Combobox(
                id="card-contact",
                label=t("Contact"),
                choices=[],
                search=search,
                on_select=give,
                on_create=make,
                create_label=lambda text: t("New contact “{name}”", name=text),
                placeholder=t("Name or e-mail"),
                key="find",
            ),
        )
    else:
        content = html.span({"className": "card-nothing", "key": "none"}, t("Nobody"))
    return property_row(t("Contact"), content)


@component
def FurtherContacts(card: OpenCard) -> VdomDict | None:
    """Who else the card is about."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    others = shown["contacts"]

    async def link(contact_id: str) -> None:
        await card.act("link_card_contacts", {"id": card.card_id, "contactIds": [contact_id]})

    async def unlink(contact_id: str) -> None:
        await card.act("unlink_card_contact", {"id": card.card_id, "contactId": contact_id})

    async def make(typed: str) -> None:
        if (made := await make_contact(card.session, typed)) is not None:
            await link(made)

    async def search(text: str) -> list[Choice]:
        return await find_contacts(card.session, text, _known(shown))

    if not can_write and not others:
        return None
    return property_row(
        t("Others"),
        html.div(
            {"className": "card-others"},
            *(_other(each, unlink if can_write else None) for each in others),
            html.div(
                {"className": "card-finder", "key": "finder"},
                Combobox(
                    id="card-others",
                    label=t("Add another contact"),
                    choices=[],
                    search=search,
                    on_select=link,
                    on_create=make,
                    create_label=lambda text: t("New contact “{name}”", name=text),
                    placeholder=t("Add another contact"),
                    key=f"find-{len(others)}",
                ),
            )
            if can_write
            else None,
        ),
    )


def _other(contact: Contact, unlink: Any) -> VdomDict:
    name = contact_name(contact)

    async def take_off() -> None:
        await unlink(contact["id"])

    return html.div(
        {"className": "card-person", "key": contact["id"]},
        Avatar(name, photo_url=contact["photoUrl"], size=20),
        html.a({"href": contact_url(contact["id"])}, html.bdi(name)),
        IconButton("x", t("Take {name} off the card", name=name), small=True, on_click=take_off)
        if unlink
        else None,
    )


def _known(card: Card) -> list[str]:
    """Return the contacts that the card has already."""
    main = [card["contact"]["id"]] if card["contact"] else []
    return [*main, *(each["id"] for each in card["contacts"])]
