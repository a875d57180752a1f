"""The list of recurring invoices."""

from __future__ import annotations

import asyncio

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, PageHeader, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_store, use_task, use_title
from frontend.hooks.changes import use_changes
from frontend.locale import format_number, t
from frontend.paged_list import PagedList, Shown
from frontend.pages.recurring.places import NEW
from frontend.pages.recurring.row import recurring_row
from frontend.session import current_session
from frontend.store import Store

SETTLE_SECONDS = 0.25
NOT_BEGUN: PagedList | None = None


@component
def RecurringPage() -> VdomDict:
    """The whole page; its parts watch the list by themselves."""
    use_title(t("Recurring invoices"))
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = PagedList(session, "recurring/list_recurring_invoices")
    known = kept.current
    use_task(known.read, [], loading=session)
    return html.div(
        {"className": "recurring-page"},
        Header(known, key="header"),
        Rows(known, key="rows"),
        Follow(known, key="follow"),
    )


@component
def Header(known: PagedList) -> VdomDict:
    """The name, how many, and the one thing to do."""
    can_write = use_can("WRITE_BILLING")
    total = use_store(known.shown, lambda shown: shown.total if shown else 0)
    return PageHeader(
        t("Recurring invoices"),
        count=format_number(total) if total else "",
        back=(t("Invoices"), "/invoices"),
        primary=Button(t("Recurring invoice"), icon="plus", variant="primary", keys="c", href=NEW)
        if can_write
        else None,
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

    use_task(settle, [count])
    use_changes(("RECURRING_INVOICE",), lambda event: news.update(lambda seen: seen + 1))


@component
def Rows(known: PagedList) -> VdomDict:
    """What there is, by its next day, or what stands instead of it."""
    can_write = use_can("WRITE_BILLING")
    shown: Shown | None = use_store(known.shown)
    failed: bool = use_store(known.failed)
    if shown is None:
        return _unread(known, failed)
    if not shown.rows:
        return EmptyState(
            t("Nothing comes again yet"),
            t("Hosting, rent, a retainer: write the invoice once, and it is made on its days."),
            action=Button(t("Set one up"), icon="plus", variant="primary", href=NEW)
            if can_write
            else None,
            drawing="list",
        )
    return html.div(
        {"className": "recurring-frame"},
        FragmentList(
            "ul",
            {"className": "recurring-list", "aria-label": t("Recurring invoices")},
            [recurring_row(each) for each in shown.rows],
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
