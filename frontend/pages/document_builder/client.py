"""Who buys: a contact found or made on the spot, and what the document says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Avatar, Choice, Combobox, IconButton
from frontend.components.field import FieldErrors
from frontend.hooks import use_store
from frontend.locale import t, territory_name
from frontend.pages.contact_parts.finding import find_contacts, make_contact
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.head import BUYER_FIELDS, Buyer

FINDER, EDIT = "draft-client", "draft-client-edit"


@component
def Client(desk: Desk) -> VdomDict:
    """The buyer, or the field that finds one."""
    draft = desk.draft
    buyer: Buyer = use_store(draft.head, lambda head: head.buyer)
    contact_id: str = use_store(draft.head, lambda head: head.contact_id)
    words: str | None = use_store(draft.refused, _refusal)

    async def choose(chosen: str) -> None:
        head = await draft.with_buyer(replace(draft.head.value, contact_id=chosen))
        draft.set_head("contact_id", head.contact_id)
        draft.set_head("buyer", head.buyer, redraw=True)
        # The finder went with the focus; who is in another field by now stays there.
        draft.session.command("focus", id=EDIT, lost=True)

    async def make(typed: str) -> None:
        if (made := await make_contact(draft.session, typed)) is not None:
            await choose(made)

    async def search(text: str) -> list[Choice]:
        return await find_contacts(draft.session, text)

    def clear() -> None:
        draft.set_head("contact_id", "")
        draft.set_head("buyer", dict.fromkeys(BUYER_FIELDS, ""), redraw=True)
        desk.focus(FINDER)

    def edit() -> None:
        desk.buyer.set("name")

    if contact_id or any(buyer.values()):
        content = html.div(
            {"className": "builder-client-card", "key": "card"},
            Avatar(buyer["name"] or "?", size=32),
            _address(buyer, contact_id),
            html.span(
                {"className": "builder-client-acts"},
                IconButton(
                    "pencil",
                    t("Edit what the document says of them"),
                    on_click=edit,
                    attributes={"id": EDIT},
                ),
                IconButton("x", t("Choose another client"), on_click=clear)
                if draft.kind != "CREDIT_NOTE"
                else None,
            ),
        )
    else:
        content = html.div(
            {"key": "finder"},
            Combobox(
                id=FINDER,
                label=t("Client"),
                choices=[],
                search=search,
                on_select=choose,
                on_create=make,
                create_label=lambda text: t("New contact “{name}”", name=text),
                placeholder=t("Find a contact, or type a new name"),
                autofocus=not draft.document_id,
                key="find",
            ),
        )
    return html.div(
        {"className": "field builder-client"},
        html.label({"className": "field-label", "htmlFor": FINDER}, t("Client")),
        content,
        FieldErrors(FINDER, (words,) if words else ()),
    )


def _refusal(known: Mapping[str, str]) -> str | None:
    return next(
        (words for path, words in known.items() if path.split(".")[0] in ("buyer", "contactId")),
        None,
    )


def _address(buyer: Buyer, contact_id: str) -> VdomDict:
    city = " ".join(part for part in (buyer["postalCode"], buyer["city"]) if part)
    country = territory_name(buyer["country"]) if buyer["country"] else ""
    lines = (buyer["street"], buyer["extended"], city, country, buyer["vatNumber"])
    name = html.bdi(buyer["name"] or t("No name yet"))
    return html.div(
        {"className": "builder-client-words"},
        html.a({"className": "builder-client-name", "href": contact_url(contact_id)}, name)
        if contact_id
        else html.span({"className": "builder-client-name"}, name),
        html.span(
            {"className": "builder-client-address"},
            " · ".join(line for line in lines if line) or t("No address yet"),
        ),
    )
