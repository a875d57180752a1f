"""One quote, invoice or credit note: written while it is a draft, shown once it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.hooks import use_live, use_path, use_store, use_task, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.billing_document.issued import IssuedDocument
from frontend.pages.document_builder.builder import Builder
from frontend.pages.document_builder.places import (
    INVOICE_PATTERN,
    NEW,
    QUOTE_PATTERN,
    document_of,
)
from frontend.pages.document_builder.state import OpenDraft
from frontend.pages.documents.way_back import left_list_url
from frontend.routes import Command, Page
from frontend.session import current_session


@component
def BillingDocumentPage() -> Component:
    """The document of the path; a new one stays the same component when it gets its own path."""
    session = current_session()
    kind, document_id = document_of(use_path())
    asked, _ = use_url_state("contact")
    contact_id = asked if document_id == NEW else ""
    wanted = "" if document_id == NEW else document_id
    held = use_ref((0, OpenDraft(session, kind, wanted, contact_id)))
    turn, draft = held.current
    is_another_new = not wanted and (draft.kind, draft.contact_id) != (kind, contact_id)
    if draft.document_id != wanted or is_another_new:
        turn, draft = held.current = (turn + 1, OpenDraft(session, kind, wanted, contact_id))
    # Counted, so that a window that comes back after a lost connection finds its fields again.
    return OpenDocument(draft, key=str(turn))


@component
def OpenDocument(draft: OpenDraft) -> VdomDict | Component:
    """The document once it was read."""
    status: str = use_store(draft.status)
    missing: bool = use_store(draft.missing)
    use_task(draft.read, [], loading=draft.session)
    if missing:
        return html.div(
            EmptyState(
                t("This document is gone"),
                t("It was deleted, or belongs to another account."),
                action=Button(
                    t("Back to the list"),
                    href=left_list_url(draft.session, draft.kind),
                    variant="primary",
                ),
                drawing="lost",
            ),
            ComingBack(draft, key="coming-back") if draft.cursor else None,
        )
    if not status:
        return Skeleton("form", lines=6)
    if status == "DRAFT":
        return Builder(draft, key="builder")
    return IssuedDocument(draft.document_id, key="issued")


@component
def ComingBack(draft: OpenDraft) -> None:
    """Nothing to see: shows a draft again whose deletion is undone elsewhere."""

    async def hear(event: Mapping[str, Any]) -> None:
        if any(each["id"] == draft.document_id for each in event["changed"]):
            await draft.read()
            draft.missing.set(False)

    use_live(load("billing/follow_draft"), {"id": draft.document_id}, hear, after=draft.cursor)


PAGES = (
    Page(
        INVOICE_PATTERN,
        BillingDocumentPage,
        title=lambda: t("Document"),
        skeleton="form",
        also=(QUOTE_PATTERN,),
    ),
)
COMMANDS = (
    Command(
        "invoice.new",
        label=lambda: t("New invoice"),
        icon="receipt",
        href=f"/invoices/{NEW}",
        permission="WRITE_BILLING",
    ),
    Command(
        "quote.new",
        label=lambda: t("New quote"),
        icon="file-text",
        href=f"/quotes/{NEW}",
        permission="WRITE_BILLING",
    ),
)
