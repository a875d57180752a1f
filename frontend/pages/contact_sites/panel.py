"""The contact's sites: opened, looked after, unlinked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, IconButton
from frontend.hooks import use_can, use_store, use_task
from frontend.hooks.changes import use_changes
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_sites.linking import LinkSites
from frontend.pages.site_parts.acts import unlink_site
from frontend.pages.site_parts.marks import site_doors, site_link, site_state
from frontend.pages.site_parts.words import Site
from frontend.session import current_session
from frontend.store import Store

SETTLE_SECONDS = 0.25
NONE_YET: Sequence[Site] | None = None


@component
def SitesPanel(contact_id: str) -> VdomDict:
    """The list, and the way to link more."""
    session, page = current_session(), use_contact_page()
    kept: Store[Sequence[Site] | None] = use_ref(Store(NONE_YET)).current
    if kept.value is None and (first := page.first("sites")) is not None:
        kept.set(first)
    can_write = use_can("WRITE_CONTACTS")
    sites: Sequence[Site] | None = use_store(kept)
    linking, set_linking = use_state(False)

    async def read() -> None:
        data = await session.client.run(load("sites/sites_of_contact"), {"id": contact_id})
        if data["contact"] is not None:
            kept.set(data["contact"]["sites"])

    async def read_first() -> None:
        if kept.value is None:
            await read()

    use_task(read_first, [], loading=session)
    return html.div(
        {"className": "contact-sites"},
        html.ul(
            {"className": "contact-sites-list"},
            *(ContactSite(contact_id, site, kept.set, key=site["id"]) for site in sites),
        )
        if sites
        else None,
        html.p({"className": "contact-sites-none"}, t("No sites."))
        if not sites and sites is not None and not can_write
        else None,
        Button(
            t("Link sites"),
            icon="plus",
            small=True,
            variant="ghost",
            on_click=lambda: set_linking(True),
        )
        if can_write and sites is not None
        else None,
        LinkSites(
            contact_id,
            [site["id"] for site in sites or ()],
            take=kept.set,
            read=read,
            on_close=lambda: set_linking(False),
            key="linking",
        )
        if linking
        else None,
        Follow(read, key="follow"),
    )


@component
def ContactSite(contact_id: str, site: Site, take: Any) -> VdomDict:
    """A site, its doors, what is wrong with it."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")

    async def unlink() -> None:
        await unlink_site(session, contact_id, site, take)

    return html.li(
        {"className": "contact-site"},
        html.div(
            {"className": "contact-site-line"},
            site_link(site),
            site_doors(site),
            IconButton("x", t("Unlink {name}", name=site["name"]), small=True, on_click=unlink)
            if can_write
            else None,
        ),
        site_state(site),
    )


@component
def Follow(read: Any) -> None:
    """Nothing to see: reads the sites again a moment after one changed."""
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            await read()

    use_task(settle, [count])
    use_changes(("SITE",), lambda event: news.update(lambda seen: seen + 1))
