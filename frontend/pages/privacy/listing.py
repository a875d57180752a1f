"""The list of privacy requests."""

from __future__ import annotations

import asyncio
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, PageHeader, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_live, use_store, use_task, use_title
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.paged_list import PagedList, Shown
from frontend.pages.privacy.forbidden import forbidden
from frontend.pages.privacy.places import NEW
from frontend.pages.privacy.row import request_row
from frontend.session import current_session
from frontend.store import Store

SETTLE_SECONDS = 0.25
NOT_BEGUN: PagedList | None = None


@component
def PrivacyPage() -> VdomDict:
    """The whole page; its parts watch the list by themselves."""
    use_title(t("Privacy requests"))
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = PagedList(session, "privacy/list_privacy_requests")
    known = kept.current
    if not use_can("MANAGE_PRIVACY"):
        return html.div(
            {"className": "privacy-page"},
            PageHeader(t("Privacy requests"), back=(t("Contacts"), "/contacts")),
            forbidden(),
        )
    return html.div({"className": "privacy-page"}, Requests(known, key="requests"))


@component
def Requests(known: PagedList) -> VdomDict:
    """The list, for those who may see it."""
    use_task(known.read, [], loading=known.session)
    return html.div(
        {"className": "privacy-whole"},
        Header(known, key="header"),
        Rows(known, key="rows"),
        Follow(known, key="follow"),
    )


@component
def Header(known: PagedList) -> VdomDict:
    """The name and how many."""
    total = use_store(known.shown, lambda shown: shown.total if shown else 0)
    return PageHeader(
        t("Privacy requests"),
        count=format_number(total) if total else "",
        back=(t("Contacts"), "/contacts"),
        primary=Button(t("New request"), icon="plus", variant="primary", keys="c", href=NEW),
    )


@component
def Follow(known: PagedList) -> None:
    """Nothing to see: reads the list again a moment after something changed."""
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            await known.read()

    async def tell(_event: dict[str, Any]) -> None:
        news.update(lambda seen: seen + 1)

    use_task(settle, [count])
    use_live(load("privacy/follow_privacy_requests"), {}, tell)


@component
def Rows(known: PagedList) -> VdomDict:
    """What there is, the newest first, or what stands instead of it."""
    shown: Shown | None = use_store(known.shown)
    failed: bool = use_store(known.failed)
    if shown is None:
        return _unread(known, failed)
    if not shown.rows:
        return EmptyState(
            t("Nobody asked yet"),
            t(
                "A client may ask for a copy of their data, or that it is erased. Write it down "
                "here: it is to be done within 48 hours."
            ),
            action=Button(t("New request"), icon="plus", variant="primary", href=NEW),
            drawing="list",
        )
    return html.div(
        {"className": "privacy-frame"},
        FragmentList(
            "ul",
            {"className": "privacy-list", "aria-label": t("Privacy requests")},
            [request_row(each) for each in shown.rows],
        ),
        Button(t("Show more"), on_click=known.read_more) if shown.end else None,
    )


def _unread(known: PagedList, failed: bool) -> VdomDict:
    if not failed:
        return Skeleton("list", lines=6)
    return EmptyState(
        t("This could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=known.read),
        drawing="lost",
    )
