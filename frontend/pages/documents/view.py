"""A list with all that is around it; the pages of invoices and of quotes are two of it."""

from __future__ import annotations

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, IconButton, Menu, MenuItem, MenuSeparator, PageHeader
from frontend.components.menu import MenuEntry
from frontend.hooks import use_can, use_live, use_location, use_store, use_task, use_url_state
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.document_builder.places import list_url, new_url
from frontend.pages.documents.filter_bar import FilterBar, Search
from frontend.pages.documents.filters import DocumentFilter
from frontend.pages.documents.listing import Documents
from frontend.pages.documents.send_many import SendMany
from frontend.pages.documents.sending_strips import Sendings, SendingStrips
from frontend.pages.documents.state import DocumentList
from frontend.pages.documents.sums import SumStrip
from frontend.pages.documents.taking import TakeAway
from frontend.pages.documents.way_back import remember_list
from frontend.pages.recurring.places import LIST as RECURRING
from frontend.session import current_session

NOT_BEGUN: DocumentList | None = None


def documents_page(*, of_quotes: bool) -> VdomDict:
    """Draw the page of quotes, or of invoices and their credit notes."""
    return html.div(
        {"className": "documents-page"},
        DocumentsView(of_quotes, key="quotes" if of_quotes else "invoices"),
        TakeAway(of_quotes, key="export"),
    )


@component
def DocumentsView(of_quotes: bool) -> VdomDict:
    """A list under its filters; another filter is another list."""
    session, kept = current_session(), use_ref(NOT_BEGUN)
    wanted = DocumentFilter.of(use_location().query, of_quotes=of_quotes)
    if kept.current is None or kept.current.filter != wanted:
        before = kept.current
        kept.current = DocumentList(session, wanted)
        if before is not None:  # what was found before stays until the answer is here
            kept.current.shown.set(before.shown.value)
            kept.current.cursor.set(before.cursor.value)
    documents = kept.current
    remember_list(session, list_url("QUOTE" if of_quotes else "INVOICE"))
    use_task(documents.read, [wanted], loading=session)
    return html.div(
        {"className": "documents-view"},
        Header(documents, key="header"),
        SumStrip(documents, key="sums"),
        FilterBar(of_quotes, key="filters"),
        Documents(documents, key="documents"),
        SendMany(documents, key="send-many"),
        SendingStrips(key="strips"),
        Sendings(key="sendings"),
        FollowDocuments(documents, key=f"follow-{hash(wanted)}"),
    )


@component
def Header(documents: DocumentList) -> VdomDict:
    """The name, how many, the search and what can be done."""
    of_quotes = documents.filter.of_quotes
    can_write, can_export = use_can("WRITE_BILLING"), use_can("EXPORT_CONTACTS")
    can_send = use_can("SEND_MESSAGES")

    def send_all() -> None:
        documents.sending.set({"filter": documents.filter.argument()})

    total: int = use_store(documents.shown, lambda shown: shown.total if shown else 0)
    _, set_export = use_url_state("export")
    _, set_sending = use_url_state("sending")
    entries: list[MenuEntry] = []
    if can_write and can_send:
        entries += [
            MenuItem(t("Send all of this list …"), icon="send", on_click=send_all),
            MenuItem(
                t("Sent together"), icon="history", on_click=lambda: set_sending("all", push=True)
            ),
            MenuSeparator(),
        ]
    if can_export:
        words = t("Export quotes") if of_quotes else t("Export for the accountant")
        entries.append(
            MenuItem(f"{words}…", icon="download", on_click=lambda: set_export("1", push=True))
        )
    if not of_quotes:
        entries.append(MenuItem(t("Recurring invoices"), icon="repeat", href=RECURRING))
    return PageHeader(
        t("Quotes") if of_quotes else t("Invoices"),
        count=format_number(total) if total else "",
        search=Search(of_quotes, key="search"),
        actions=_menu(entries) if entries else None,
        primary=Button(
            t("New quote") if of_quotes else t("New invoice"),
            icon="plus",
            variant="primary",
            keys="c",
            href=new_url("QUOTE" if of_quotes else "INVOICE"),
        )
        if can_write
        else None,
    )


def _menu(entries: list[MenuEntry]) -> Component:
    trigger = IconButton("ellipsis", t("More actions"))
    return Menu(trigger, entries, id="documents-menu", align="end")


@component
def FollowDocuments(documents: DocumentList) -> None:
    """Nothing to see: takes in what happens to documents while one looks."""
    cursor: str | None = use_store(documents.cursor)
    use_live(
        load("billing/follow_documents"),
        {"filter": documents.filter.argument()},
        documents.follow,
        after=cursor,
        skip=cursor is None,
    )
