"""The account's campaigns."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, IconButton, PageHeader, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_live, use_navigate, use_store, use_task, use_title
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.paged_list import PagedList, Shown
from frontend.pages.campaign_parts.acts import begin_new, create
from frontend.pages.campaign_parts.words import LIST, campaign_url
from frontend.pages.campaigns.row import campaign_row
from frontend.routes import Command, Page, Section
from frontend.session import current_session

NOT_BEGUN: PagedList | None = None


@component
def CampaignsPage() -> VdomDict:
    """The whole page; its parts watch the list by themselves."""
    use_title(t("Campaigns"))
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = PagedList(session, "campaigns/list_campaigns")
    known = kept.current
    use_task(known.read, [], loading=session)
    return html.div(
        {"className": "campaigns-page"},
        Header(known, key="header"),
        Rows(known, key="rows"),
        Follow(known, key="follow"),
    )


@component
def Header(known: PagedList) -> VdomDict:
    """The name, how many, and the one thing to do."""
    can_send, can_manage = use_can("SEND_MESSAGES"), use_can("MANAGE_ACCOUNT")
    total = use_store(known.shown, lambda shown: shown.total if shown else 0)
    return PageHeader(
        t("Campaigns"),
        count=format_number(total) if total else "",
        actions=IconButton("settings", t("Settings of campaigns"), href="/settings/campaigns")
        if can_manage
        else None,
        primary=New(key="new") if can_send else None,
    )


@component
def New() -> VdomDict:
    """Begin one, and go there."""
    session, navigate = current_session(), use_navigate()
    busy, set_busy = use_state(False)

    async def begin() -> None:
        if busy:
            return
        set_busy(True)
        try:
            made = await create(session)
        finally:
            set_busy(False)
        if made is not None:
            navigate(campaign_url(made))

    return Button(
        t("Campaign"), icon="plus", variant="primary", keys="c", on_click=begin, busy=busy
    )


@component
def Follow(known: PagedList) -> None:
    """Nothing to see: reads the list again when something changed, at most once a second."""

    async def hear(event: dict[str, Any]) -> None:
        if event["changed"] or event["deleted"]:
            await known.read()

    use_live(load("campaigns/follow_campaigns"), {}, hear)


@component
def Rows(known: PagedList) -> VdomDict:
    """What there is, the newest first, or what stands instead of it."""
    can_send = use_can("SEND_MESSAGES")
    shown: Shown | None = use_store(known.shown)
    failed: bool = use_store(known.failed)
    if shown is None:
        return _unread(known, failed)
    if not shown.rows:
        return EmptyState(
            t("No campaign yet"),
            t(
                "Write one letter to many of your contacts: only those who agreed get it, and each "
                "can leave with one click."
            ),
            action=New(key="new") if can_send else None,
            drawing="list",
        )
    return html.div(
        {"className": "campaigns-frame"},
        FragmentList(
            "ul",
            {"className": "campaigns-list", "aria-label": t("Campaigns")},
            [campaign_row(each) for each in shown.rows],
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


PAGES = (Page(LIST, CampaignsPage, title=lambda: t("Campaigns"), skeleton="list"),)
SECTION = Section("campaigns", label=lambda: t("Campaigns"), icon="megaphone", href=LIST, order=18)
COMMANDS = (
    Command("campaigns", label=lambda: t("Campaigns"), icon="megaphone", href=LIST),
    Command(
        "campaigns.new",
        label=lambda: t("New campaign"),
        icon="plus",
        run=begin_new,
        permission="SEND_MESSAGES",
    ),
)
