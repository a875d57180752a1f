"""A document once it is issued: its pages, what came for it, what can be done with it."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Chip, PageHeader, Skeleton
from frontend.hooks import use_live, use_store, use_task, use_title
from frontend.locale import t
from frontend.operations import load
from frontend.pages.billing_document.acts import Acts
from frontend.pages.billing_document.facts import Facts
from frontend.pages.billing_document.history import History
from frontend.pages.billing_document.issued_state import IssuedState, Shown
from frontend.pages.billing_document.keeping import keeping_notice
from frontend.pages.billing_document.money import Money
from frontend.pages.document_builder.preview import document_pages
from frontend.pages.document_send.panel import SendingPanel
from frontend.pages.documents.way_back import left_list_url
from frontend.pages.documents.words import Document, name_of, status_color, status_words
from frontend.session import current_session

NOT_BEGUN: IssuedState | None = None


@component
def IssuedDocument(document_id: str) -> VdomDict:
    """The whole page; its parts watch the document by themselves."""
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None or kept.current.document_id != document_id:
        kept.current = IssuedState(session, document_id)
    state = kept.current
    use_task(state.read, [document_id], loading=session)
    return html.div(
        {"className": "issued"},
        Header(state, key="header"),
        Body(state, key="body"),
        Follow(state, key=f"follow-{document_id}"),
    )


@component
def Header(state: IssuedState) -> VdomDict:
    """What it is, how far it has come, and what can be done."""
    shown: Shown | None = use_store(state.shown)
    document = shown.document if shown else None
    name = name_of(document) if document else t("Document")
    use_title(name)
    if document is None:
        return PageHeader(name)
    words = t("Quotes") if document["kind"] == "QUOTE" else t("Invoices")
    return PageHeader(
        name,
        back=(words, left_list_url(state.session, document["kind"])),
        count=Chip(status_words(document), color=status_color(document)),
        actions=Acts(state, key="acts"),
    )


@component
def Body(state: IssuedState) -> VdomDict | Component:
    """The pages at the left, all about them at the right."""
    shown: Shown | None = use_store(state.shown)
    if shown is None:
        return html.div({"className": "issued-columns"}, Skeleton("detail", lines=8))
    document = shown.document
    return html.div(
        {"className": "issued-columns"},
        html.section(
            {"className": "issued-pages", "aria-label": t("Pages"), "key": "pages"},
            keeping_notice(document),
            document_pages(document["pdfUrl"], _version(document)),
        ),
        html.aside(
            {"className": "issued-side", "aria-label": t("About this document"), "key": "side"},
            Money(state, key="money") if document["kind"] == "INVOICE" else None,
            None if document["purgedAt"] else SendingPanel(state.document_id, key="sending"),
            Facts(state, key="facts"),
            History(state, key="history"),
        ),
    )


def _version(document: Document) -> str:
    """Return what the pages depend on: nothing but a client's signature, or the end of the time
    that the law wants it kept, comes after issuing.
    """
    if document["purgedAt"]:
        return "purged"
    return "signed" if document["status"] in ("ACCEPTED", "INVOICED") else "issued"


@component
def Follow(state: IssuedState) -> None:
    """Nothing to see: reads the document again when it changed."""
    cursor: str | None = use_store(state.cursor)

    async def changed(event: dict[str, Any]) -> None:
        await state.read()

    use_live(
        load("billing/document_changed"),
        {"id": state.document_id},
        changed,
        after=cursor,
        skip=cursor is None,
    )
