"""The quotes and invoices of a card: found and linked, each with how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, IconButton, Pick, Picker, PickGroup
from frontend.errors import report
from frontend.hooks import use_can, use_live, use_store
from frontend.locale import format_money, format_number, t
from frontend.operations import load
from frontend.pages.card.document_words import document_name, document_path, status_words
from frontend.pages.card.section import drawer_section
from frontend.pages.card.state import Card, OpenCard, is_settled

OFFERED = 8
KINDS = ("QUOTE", "INVOICE")
NOTHING_FOUND: tuple[str | None, tuple[Mapping[str, Any], ...]] = (None, ())
"""What was searched for, and what was found."""
Document = Mapping[str, Any]


@component
def Documents(card: OpenCard) -> VdomDict | None:
    """The documents; nothing where there are none and no page shows any."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    documents = shown["documents"]
    is_offered = can_write and card.session.registry.find(document_path({"kind": "INVOICE"}))
    if not documents and not is_offered:
        return None
    return drawer_section(
        "documents",
        t("Quotes and invoices"),
        "file-text",
        html.ul(
            {"className": "card-document-list", "aria-label": t("Quotes and invoices")},
            *(Line(card, each, can_write, key=each["id"]) for each in documents),
        )
        if documents
        else None,
        Link(card, key="link") if is_offered else None,
        Follow(card, key="follow") if documents else None,
        count=format_number(len(documents)) if documents else None,
    )


@component
def Line(card: OpenCard, document: Document, can_write: bool) -> VdomDict:
    """A document: what it is, how far it has come, what it comes to; its page a click away."""
    name, path = document_name(document), document_path(document)
    values = {"id": card.card_id, "documentId": document["id"]}

    async def unlink() -> None:
        if await card.act("unlink_card_document", values) is None:
            return

        async def undo() -> None:
            back = {"id": card.card_id, "documentIds": [document["id"]]}
            await card.act("link_card_documents", back)

        words = t("{name} was taken off the card", name=name)
        card.session.toasts.show(words, kind="success", undo=undo)

    total = document["total"]
    has_page = card.session.registry.find(path) is not None
    return html.li(
        {"className": "card-document", "data-overdue": "" if document["isOverdue"] else None},
        html.a({"href": path}, html.bdi(name)) if has_page else html.bdi(name),
        html.bdi({"className": "card-document-title"}, document["title"] or ""),
        html.span({"className": "card-document-status"}, status_words(document)),
        html.span(
            {"className": "card-amount"}, format_money(int(total["minor"]), total["currency"])
        ),
        IconButton("x", t("Take {name} off the card", name=name), small=True, on_click=unlink)
        if can_write
        else None,
    )


@component
def Link(card: OpenCard) -> VdomDict:
    """Finds a document by its number, title or buyer; those of the card's contact come first."""
    shown: Card = use_store(card.card)
    (searched, found), set_found = use_state(NOTHING_FOUND)
    wanted = use_ref("")

    async def search(text: str) -> None:
        wanted.current = text
        documents = await _find(card, text)
        if wanted.current == text:
            set_found((text, documents))

    async def link(document_id: str) -> None:
        values = {"id": card.card_id, "documentIds": [document_id]}
        await card.act("link_card_documents", values)

    known = {each["id"] for each in shown["documents"]}
    picks = tuple(_pick(each) for each in found if each["id"] not in known)
    return html.div(
        Picker(
            Button(t("Link a quote or an invoice"), icon="plus", variant="ghost", small=True),
            [PickGroup("", picks)],
            id="card-documents",
            label=t("Link a quote or an invoice"),
            placeholder=t("Number, title or client"),
            on_pick=link,
            on_search=search,
            searched=searched,
            key="picker",
        )
    )


async def _find(card: OpenCard, text: str) -> tuple[Document, ...]:
    """Return what a text finds; without one the newest, those of the card's contact first."""
    contact = (card.card.value or {}).get("contact")
    everything: dict[str, Any] = {"kinds": list(KINDS)}
    if text:
        asked = [{**everything, "search": text}]
    else:
        asked = [{**everything, "contactId": contact["id"]}] if contact else []
        asked.append(everything)
    found: dict[str, Document] = {}
    try:
        for each in asked:
            values = {"filter": each, "first": OFFERED}
            data = await card.session.client.run(load("cards/find_documents"), values)
            for edge in data["billingDocuments"]["edges"]:
                found.setdefault(edge["node"]["id"], edge["node"])
    except OperationFailed as error:
        report(error, card.session)
    return tuple(found.values())[:OFFERED]


def _pick(document: Document) -> Pick:
    total = document["total"]
    buyer = (document["buyer"] or {}).get("name")
    amount = format_money(int(total["minor"]), total["currency"])
    parts = (document_name(document), document["title"] or buyer, status_words(document))
    name = " · ".join(part for part in parts if part)
    return Pick(document["id"], name, hint=amount)


@component
def Follow(card: OpenCard) -> None:
    """Nothing to see: reads the card again when one of its documents has changed."""
    cursor: str | None = use_store(card.cursor)

    async def hear(event: Mapping[str, Any]) -> None:
        own = {each["id"] for each in (card.card.value or {}).get("documents", ())}
        touched = {*(each["id"] for each in event["changed"]), *event["gone"]}
        if event["reset"] or own & touched:
            await card.read()

    use_live(load("cards/documents_changed"), {}, hear, after=cursor, skip=cursor is None)
