"""The documents on screen, or what stands instead of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, IconButton, Skeleton
from frontend.errors import explain
from frontend.events import Detail
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_store, use_toast
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.document_builder.places import new_url
from frontend.pages.documents.filters import NOTHING
from frontend.pages.documents.row import document_row
from frontend.pages.documents.sorting import SortHeads
from frontend.pages.documents.state import DocumentList, Shown
from frontend.pages.documents.taking import refusal_of

_ticks, _reach = Vdom("carnet-document-ticks"), Vdom("carnet-reach")
_download = Vdom("carnet-download")
ARCHIVE_URL = "/files/documents.zip"
MOST_IN_ARCHIVE = 200
"""As many ids as a URL surely takes."""


@component
def Documents(documents: DocumentList) -> VdomDict:
    """The rows, the newest first, and what can be done with those that are ticked."""
    can_export, can_write = use_can("EXPORT_CONTACTS"), use_can("WRITE_BILLING")
    shown: Shown | None = use_store(documents.shown)
    failed: bool = use_store(documents.failed)
    archive, set_archive = use_state("")
    toast = use_toast()

    can_send = use_can("SEND_MESSAGES") and can_write

    def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        ids = told.texts("ids")[:MOST_IN_ARCHIVE]
        if told.text("act") == "send":
            documents.sending.set({"ids": told.texts("ids")})
            return
        set_archive(f"{ARCHIVE_URL}?{urlencode([('id', each) for each in ids])}")

    def told(event: dict[str, Any]) -> None:
        detail = Detail(event)
        set_archive("")
        if detail.text("act") == "refused":
            toast(explain(refusal_of(detail)), kind="error")
        elif detail.text("act") == "failed":
            toast(t("The connection was lost before the file was whole."), kind="error")

    if shown is None:
        return _unread(documents, failed)
    if not shown.documents:
        return _nothing(documents, can_write)
    return _ticks(
        {"className": "documents-frame", "key": "rows", "onact": acted},
        SortHeads(can_export, key="heads"),
        FragmentList(
            "ul",
            {
                "className": "documents" if can_export else "documents documents-plain",
                "aria-label": t("Quotes") if documents.filter.of_quotes else t("Invoices"),
            },
            [document_row(each, tickable=can_export) for each in shown.documents],
        ),
        _more(documents, shown),
        _bar(archive, told, can_send=can_send) if can_export else None,
    )


def _bar(archive: str, told: Any, *, can_send: bool) -> VdomDict:
    """The bar of what is ticked, out of sight until something is: the browser counts."""
    return _download(
        {
            "key": "bar",
            "onact": told,
            "data-url": archive or None,
            "data-filename": "documents.zip",
        },
        html.div(
            {
                "className": "document-bar",
                "role": "region",
                "aria-label": t("Selection"),
                "hidden": True,
                "data-words": t("Selected: {count}", count="{count}"),
            },
            Button(t("Send …"), icon="send", small=True, attributes={"data-tick": "send"})
            if can_send
            else None,
            Button(
                t("Download the PDFs"),
                icon="download",
                small=True,
                busy=bool(archive),
                attributes={"data-tick": "archive"},
            ),
            IconButton("x", t("Clear the selection"), small=True, attributes={"data-tick": "none"}),
        ),
    )


def _more(documents: DocumentList, shown: Shown) -> VdomDict | None:
    async def reached(event: dict[str, Any]) -> None:
        await documents.read_older()

    if shown.older is None:
        return None
    return _reach(
        {"key": "more", "className": "documents-more", "data-at": shown.older, "onreach": reached},
        Button(t("Show older"), small=True, variant="ghost", on_click=documents.read_older),
    )


def _unread(documents: DocumentList, failed: bool) -> VdomDict:
    if not failed:
        return html.div({"className": "documents-frame"}, Skeleton("list", lines=8))
    return EmptyState(
        t("The documents could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=documents.read),
        drawing="lost",
    )


def _nothing(documents: DocumentList, can_write: bool) -> VdomDict:
    session, wanted = documents.session, documents.filter

    def clear() -> None:
        go(session, session.location.value.with_query(NOTHING).url)

    if not wanted.is_empty:
        return EmptyState(
            t("Nothing found"),
            t("No quote is like that.") if wanted.of_quotes else t("No invoice is like that."),
            action=Button(t("Show all"), on_click=clear),
            drawing="search",
        )
    if wanted.of_quotes:
        return EmptyState(
            t("No quotes yet"),
            t("Write one; once it is accepted, one click turns it into an invoice."),
            action=_begin(t("Write a quote"), "QUOTE") if can_write else None,
            drawing="page",
        )
    return EmptyState(
        t("No invoices yet"),
        t("Write the first one: it takes its number when it is issued, and is a draft until then."),
        action=_begin(t("Write an invoice"), "INVOICE") if can_write else None,
        drawing="page",
    )


def _begin(words: str, kind: str) -> VdomDict:
    return Button(words, icon="plus", variant="primary", href=new_url(kind))
