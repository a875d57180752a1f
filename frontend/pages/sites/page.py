"""The account's client sites."""

from __future__ import annotations

import asyncio
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    ConfirmDialog,
    EmptyState,
    IconButton,
    Menu,
    MenuItem,
    PageHeader,
    SearchInput,
    Skeleton,
)
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_store, use_target, use_task, use_url_state
from frontend.hooks.changes import use_changes
from frontend.locale import format_number, t, tn
from frontend.pages.site_parts.acts import delete_site, turn_checks
from frontend.pages.site_parts.dialog import SiteDialog
from frontend.pages.site_parts.words import Site
from frontend.pages.sites.row import DELETE, EDIT, site_row
from frontend.pages.sites.state import Shown, SiteList
from frontend.routes import Command, Page, Section
from frontend.session import current_session
from frontend.store import Store

PAUSE_SECONDS = 0.12
SETTLE_SECONDS = 0.25
NEW = "new"
NOT_BEGUN: SiteList | None = None
NO_SITE: Site | None = None


@component
def SitesPage() -> VdomDict:
    """The whole page; what it holds watches the list and the URL by itself."""
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        search = session.location.value.query.get("q", "")
        kept.current = SiteList(session, search)
    sites = kept.current
    use_task(sites.read, [], loading=session)
    return html.div(
        {"className": "site-page"},
        Header(sites, key="header"),
        Sites(sites, key="sites"),
        Editing(sites, key="editing"),
        Follow(sites, key="follow"),
    )


@component
def Header(sites: SiteList) -> VdomDict:
    """The name, how many, the search and what can be done."""
    can_write, can_manage = use_can("WRITE_CONTACTS"), use_can("MANAGE_ACCOUNT")
    shown: Shown | None = use_store(sites.shown)
    _, open_site = use_url_state("site")
    checked = bool(shown and shown.checked)

    async def turn() -> None:
        if await turn_checks(sites.session, enabled=not checked):
            await sites.read()

    daily = MenuItem(
        t("Check sites every day"),
        on_click=turn,
        checked=checked,
        hint=t("Domain, certificate and answer"),
    )
    return PageHeader(
        t("Sites"),
        count=format_number(shown.total) if shown and shown.total else "",
        search=Search(sites, key="search"),
        actions=Menu(
            IconButton("ellipsis", t("More actions")), [daily], id="sites-menu", align="end"
        )
        if can_manage
        else None,
        primary=Button(
            t("Site"), icon="plus", variant="primary", keys="c", on_click=lambda: open_site(NEW)
        )
        if can_write
        else None,
    )


@component
def Search(sites: SiteList) -> VdomDict:
    """Search as one types; the URL keeps it."""
    begun, set_query = use_url_state("q")
    typed = use_ref(begun or "")
    runner = use_task(_nothing, [])

    async def find() -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        set_query(typed.current or None)
        await sites.find(typed.current)

    def take(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"]
        runner.start(find)

    return SearchInput(
        label=t("Search sites"),
        value=sites.search,
        placeholder=t("Name or address"),
        on_input=take,
        attributes={"id": "sites-search", "maxLength": 100},
    )


async def _nothing() -> None:
    """Nothing has been typed yet."""


@component
def Follow(sites: SiteList) -> None:
    """Nothing to see: reads the list again a moment after something changed."""
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            await sites.read()

    use_task(settle, [count])
    use_changes(("SITE",), lambda event: news.update(lambda seen: seen + 1))


@component
def Sites(sites: SiteList) -> VdomDict | Component:
    """The list, or what stands instead of it."""
    can_write = use_can("WRITE_CONTACTS")
    shown: Shown | None = use_store(sites.shown)
    failed: bool = use_store(sites.failed)
    _, open_site = use_url_state("site")
    doomed, set_doomed = use_state(NO_SITE)

    use_target(EDIT, lambda event: open_site(event["currentTarget"]["dataset"]["id"]))
    use_target(
        DELETE, lambda event: set_doomed(sites.site(event["currentTarget"]["dataset"]["id"]))
    )
    if shown is None:
        return _unread(sites, failed)
    if not shown.sites:
        return _nobody(shown, can_write, lambda: open_site(NEW))
    return html.div(
        {"className": "sites-frame"},
        FragmentList(
            "ul",
            {"className": "sites", "aria-label": t("Sites")},
            [site_row(site, can_write) for site in shown.sites],
        ),
        Button(t("Show more"), on_click=sites.read_more, attributes={"id": "more-sites"})
        if shown.end
        else None,
        DeleteSite(sites, doomed, on_close=lambda: set_doomed(None), key=doomed["id"])
        if doomed
        else None,
    )


def _unread(sites: SiteList, failed: bool) -> VdomDict:
    if not failed:
        return Skeleton("list", lines=6)
    return EmptyState(
        t("The sites could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=sites.read),
        drawing="lost",
    )


def _nobody(shown: Shown, can_write: bool, add: Any) -> VdomDict:
    if shown.search:
        return EmptyState(
            t("No site found"), t("No name or address holds these words."), drawing="search"
        )
    return EmptyState(
        t("No sites yet"),
        t("The sites you look after, one click from their dashboards and their owners."),
        action=Button(t("Add site"), icon="plus", variant="primary", on_click=add)
        if can_write
        else None,
        drawing="cards",
    )


@component
def DeleteSite(sites: SiteList, site: Site, *, on_close: Any) -> VdomDict:
    """Ask before a site goes."""

    async def delete() -> None:
        if await delete_site(sites.session, site):
            await sites.read()
        on_close()

    count = site["contactCount"]
    return html.div(
        ConfirmDialog(
            t("Delete the site “{name}”?", name=site["name"]),
            tn(
                "It is unlinked from {count} contact. The web site itself stays as it is.",
                "It is unlinked from {count} contacts. The web site itself stays as it is.",
                count,
            )
            if count
            else t("It is no contact’s. The web site itself stays as it is."),
            confirm=t("Delete"),
            danger=True,
            on_confirm=delete,
            on_close=on_close,
            key="confirm",
        )
    )


@component
def Editing(sites: SiteList) -> Component | None:
    """The dialog of the site in `?site=`, if any."""
    site_id, set_site_id = use_url_state("site")
    can_write = use_can("WRITE_CONTACTS")
    ready = use_store(sites.shown, lambda shown: shown is not None)
    site = sites.site(site_id) if site_id and ready else None
    if not can_write or not site_id or (site_id != NEW and site is None):
        return None

    async def saved(_: Site) -> None:
        set_site_id(None)
        await sites.read()

    return SiteDialog(
        site, on_saved=saved, on_close=lambda: set_site_id(None), key=f"dialog-{site_id}"
    )


PAGES = (Page("/sites", SitesPage, title=lambda: t("Sites"), skeleton="list"),)
SECTION = Section("sites", label=lambda: t("Sites"), icon="globe", href="/sites", order=60)
COMMANDS = (Command("sites", label=lambda: t("Sites"), icon="globe", href="/sites"),)
