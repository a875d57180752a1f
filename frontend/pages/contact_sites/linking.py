"""Sites searched and linked, several at once, or a new one made."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Checkbox, Dialog, SearchInput
from frontend.hooks import use_store, use_task
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.site_parts.acts import TakeSites, link_sites
from frontend.pages.site_parts.dialog import SiteDialog
from frontend.pages.site_parts.words import Site
from frontend.session import current_session
from frontend.store import Store

AT_ONCE = 30
PAUSE_SECONDS = 0.12
NOTHING_FOUND: Sequence[Site] | None = None
NOBODY: dict[str, Site] = {}


@component
def LinkSites(
    contact_id: str,
    linked: Sequence[str],
    *,
    take: TakeSites,
    read: Callable[[], Awaitable[None]],
    on_close: Callable[[], None],
) -> VdomDict | Component:
    """Choose sites to link; those that are linked already are left out."""
    session = current_session()
    chosen: Store[dict[str, Site]] = use_ref(Store(NOBODY)).current
    making, set_making = use_state(False)
    busy, set_busy = use_state(False)
    count: int = use_store(chosen, len)

    async def link() -> None:
        set_busy(True)
        try:
            if await link_sites(session, contact_id, list(chosen.value), take):
                on_close()
        finally:
            set_busy(False)

    async def made(_: Site) -> None:
        await read()
        on_close()

    if making:
        return SiteDialog(
            None, on_saved=made, on_close=on_close, contact_id=contact_id, key="new-site"
        )
    return html.div(
        Dialog(
            t("Link sites"),
            Finding(chosen, linked, key="finding"),
            on_close=on_close,
            id="link-sites",
            actions=html.div(
                {"className": "dialog-actions"},
                Button(t("New site"), icon="plus", on_click=lambda: set_making(True)),
                Button(
                    tn("Link {count} site", "Link {count} sites", count)
                    if count
                    else t("Link sites"),
                    variant="primary",
                    on_click=link,
                    busy=busy,
                    disabled=not count,
                ),
            ),
        )
    )


@component
def Finding(chosen: Store[dict[str, Site]], linked: Sequence[str]) -> VdomDict:
    """The search and what it found; what was chosen stays, whatever is searched next."""
    session = current_session()
    found, set_found = use_state(NOTHING_FOUND)
    typed = use_ref("")
    picked: dict[str, Site] = use_store(chosen)

    async def find() -> None:
        if typed.current:
            await asyncio.sleep(PAUSE_SECONDS)
        wanted = {"search": typed.current, "first": AT_ONCE, "after": None}
        data = await session.client.run(load("sites/list_sites"), wanted)
        set_found([edge["node"] for edge in data["sites"]["edges"]])

    runner = use_task(find, [])

    def search(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"].strip()
        runner.start(find)

    def choose(site: Site, on: bool) -> None:
        kept = {key: each for key, each in chosen.value.items() if key != site["id"]}
        chosen.set({**kept, site["id"]: site} if on else kept)

    offered = [
        *picked.values(),
        *(site for site in found or () if site["id"] not in linked and site["id"] not in picked),
    ]
    return html.div(
        {"className": "link-sites"},
        SearchInput(
            label=t("Search sites"),
            placeholder=t("Name or address"),
            on_input=search,
            keys=None,
            attributes={"data-autofocus": "", "maxLength": 100},
        ),
        html.ul(
            {"className": "link-sites-list"},
            *(_offer(site, site["id"] in picked, choose) for site in offered),
        )
        if offered
        else html.p(
            {"className": "link-sites-none"},
            _nothing(found, typed.current),
        ),
    )


def _nothing(found: Sequence[Site] | None, typed: str) -> str:
    if found is None:
        return ""
    return t("No other site of this name or address.") if found or typed else t("No sites yet")


def _offer(site: Site, on: bool, choose: Callable[[Site, bool], None]) -> VdomDict:
    def changed(event: dict[str, Any]) -> None:
        choose(site, event["target"]["checked"])

    return html.li(
        {"key": site["id"]},
        Checkbox(
            site["name"],
            checked=on,
            hint=site["host"] if site["host"] != site["name"] else None,
            on_change=changed,
        ),
    )
