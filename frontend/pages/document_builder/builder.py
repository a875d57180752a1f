"""The builder: the form of a draft, and beside it the page as it will be printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, PageHeader
from frontend.hooks import use_can, use_live, use_store, use_title
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.operations import load
from frontend.pages.document_builder.buyer_drawer import BuyerDrawer
from frontend.pages.document_builder.clash import ClashNotice
from frontend.pages.document_builder.client import Client
from frontend.pages.document_builder.dates import Dates
from frontend.pages.document_builder.delivery import DeliveryDrawer
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.issuing import Issuing, SettingsNotice
from frontend.pages.document_builder.line_list import Lines
from frontend.pages.document_builder.preview import Preview, document_pages
from frontend.pages.document_builder.state import OpenDraft
from frontend.pages.document_builder.texts import Notes, Title
from frontend.pages.document_builder.top import Top
from frontend.pages.document_builder.totals_panel import Totals
from frontend.pages.document_builder.words import draft_words, list_words
from frontend.pages.documents.way_back import left_list_url


@component
def Builder(draft: OpenDraft) -> VdomDict:
    """A draft that was read, to be written; who may not write sees its pages."""
    desk: Desk = use_ref(Desk(draft)).current
    can_write = use_can("WRITE_BILLING")

    @use_effect(dependencies=[])
    def save_until_the_end() -> Callable[[], None]:
        desk.saver.begin()
        return desk.saver.close

    if not can_write:
        return html.div(OnlyLookedAt(draft, key="looked-at"))
    return html.div(
        {"className": "builder"},
        Top(desk, key="top"),
        html.div(
            {"className": "builder-body", "key": "body"},
            html.div(
                {"className": "builder-form", "key": "form"},
                ClashNotice(desk, key="clash"),
                SettingsNotice(desk, key="settings"),
                Client(desk, key="client"),
                Dates(draft, key="dates"),
                Title(desk, key="title"),
                Lines(draft, key="lines"),
                Totals(draft, key="totals"),
                Notes(draft, key="notes"),
            ),
            Preview(draft, key="preview"),
        ),
        BuyerDrawer(desk, key="buyer"),
        DeliveryDrawer(desk, key="delivery"),
        Issuing(desk, key="issuing"),
        Following(draft, key="following"),
    )


@component
def OnlyLookedAt(draft: OpenDraft) -> VdomDict:
    """The pages of a draft for who may not write, as they are saved."""
    version, pdf_url = use_store(draft.saved)
    title = draft_words(draft.kind)
    use_title(title)
    if not pdf_url:
        return EmptyState(
            t("You may look at documents, not write them"),
            t("Ask an owner of the account for another role."),
            action=Button(t("All invoices"), href="/invoices"),
            drawing="lost",
        )
    return html.div(
        {"className": "builder"},
        PageHeader(
            title,
            back=(list_words(draft.kind), left_list_url(draft.session, draft.kind)),
            actions=Button(t("Open as PDF"), icon="file-text", href=pdf_url),
        ),
        html.div({"className": "builder-only-pages"}, document_pages(pdf_url, version)),
        Following(draft, key="following"),
    )


@component
def Following(draft: OpenDraft) -> None:
    """Nothing to see: hears what happens to the draft elsewhere."""
    version, _ = use_store(draft.saved)

    async def hear(event: Mapping[str, Any]) -> None:
        if draft.document_id in event["gone"]:
            draft.missing.set(True)
        for document in event["changed"]:
            if document["version"] > draft.version:
                await draft.catch_up()

    use_live(
        load("billing/follow_draft"),
        {"id": draft.document_id},
        hear,
        after=draft.cursor,
        skip=not version,
    )
