"""A contact's quotes, invoices and credit notes, with what is left to pay."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_store, use_task
from frontend.locale import t
from frontend.pages.contact_documents.reminders import ContactReminders
from frontend.pages.document_builder.places import new_url
from frontend.pages.documents.filters import DocumentFilter
from frontend.pages.documents.row import document_row
from frontend.pages.documents.state import DocumentList, Shown
from frontend.pages.documents.sums import ContactSums
from frontend.pages.documents.view import FollowDocuments
from frontend.session import current_session

NOT_BEGUN: DocumentList | None = None
_reach = Vdom("carnet-reach")


@component
def DocumentsTab(contact_id: str) -> VdomDict:
    """The balance and the list, followed."""
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        wanted = DocumentFilter(of_all_kinds=True, client=contact_id)
        kept.current = DocumentList(session, wanted)
    documents = kept.current
    use_task(documents.read, [], loading=session)
    return html.div(
        {"className": "contact-documents"},
        ContactSums(documents, contact_id, key="sums"),
        html.div({"key": "begin", "className": "contact-documents-new"}, *_begin(contact_id))
        if use_can("WRITE_BILLING")
        else None,
        ContactReminders(contact_id, key="reminders"),
        Rows(documents, key="rows"),
        FollowDocuments(documents, key="follow"),
    )


@component
def Rows(documents: DocumentList) -> VdomDict:
    """The documents, the newest first."""
    shown: Shown | None = use_store(documents.shown)
    failed: bool = use_store(documents.failed)

    async def reached(event: dict[str, Any]) -> None:
        await documents.read_older()

    if shown is None and failed:
        return EmptyState(
            t("The documents could not be read"),
            t("The server did not answer as it should. What you have is safe."),
            action=Button(t("Try again"), variant="primary", on_click=documents.read),
            drawing="lost",
        )
    if shown is None:
        return Skeleton("list", lines=4)
    if not shown.documents:
        return EmptyState(
            t("No documents yet"),
            t("Quotes and invoices for this contact are listed here, with what is left to pay."),
            drawing="page",
        )
    return html.div(
        FragmentList(
            "ul",
            {"className": "documents documents-plain", "aria-label": t("Documents")},
            [document_row(each, tickable=False) for each in shown.documents],
        ),
        _reach(
            {"key": "more", "data-at": shown.older, "onreach": reached},
            Button(t("Show older"), small=True, variant="ghost", on_click=documents.read_older),
        )
        if shown.older
        else None,
    )


def _begin(contact_id: str) -> list[VdomDict]:
    return [
        Button(
            t("New invoice"),
            icon="plus",
            small=True,
            href=new_url("INVOICE", contact_id),
            attributes={"key": "invoice"},
        ),
        Button(
            t("New quote"),
            icon="plus",
            small=True,
            href=new_url("QUOTE", contact_id),
            attributes={"key": "quote"},
        ),
    ]
