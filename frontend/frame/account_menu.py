"""The viewer's own menu: their other accounts, the theme, signing out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Avatar, Icon, Menu, MenuHeading, MenuItem, MenuSeparator
from frontend.components.menu import MenuEntry
from frontend.frame.sections import sections_of
from frontend.hooks import (
    refresh_viewer,
    use_account_feed,
    use_browser,
    use_changes,
    use_mutation,
    use_store,
    use_task,
    use_viewer,
)
from frontend.locale import t
from frontend.operations import load
from frontend.session import current_session
from frontend.store import Store
from frontend.viewer import Viewer

Memberships = tuple[Mapping[str, Any], ...]
THEMES = (("SYSTEM", "sun-moon"), ("LIGHT", "sun"), ("DARK", "moon"))


@component
def AccountMenu() -> VdomDict | None:
    """Who is signed in, and what concerns them alone. Keeps the window's viewer true as well."""
    viewer, session = use_viewer(), current_session()
    kept: Store[Memberships] = use_ref(Store[Memberships](())).current
    accounts: Memberships = use_store(kept)
    update, _ = use_mutation(load("accounts/update_profile"))
    switch, _ = use_mutation(load("accounts/switch_account"))
    browser = use_browser()

    async def read() -> None:
        if viewer is not None:
            answer = await session.client.run(load("accounts/list_memberships"))
            found = tuple((answer["viewer"] or {"accounts": ()})["accounts"])
            kept.set(found if len(found) > 1 else ())  # one's only account is not named

    async def follow(event: dict[str, Any]) -> None:
        await refresh_viewer()
        await read()

    use_task(read, [viewer is None])
    use_account_feed(viewer)
    use_changes(("ACCOUNT", "MEMBER"), follow)
    if viewer is None:
        return None

    async def choose_theme(theme: str) -> None:
        browser.set_theme(theme.lower())
        if (await update({"theme": theme})).ok:
            await refresh_viewer()

    async def open_account(account_id: str) -> None:
        if (await switch({"accountId": account_id})).ok:
            browser.load("/")

    entries: list[MenuEntry] = [
        MenuHeading(viewer.user.email),
        MenuItem(t("Profile"), href="/settings/profile", icon="user-round"),
        *_sections_beside_the_bar(viewer),
        *_accounts(accounts, open_account),
        MenuHeading(t("Appearance")),
        *_themes(viewer, choose_theme),
        MenuSeparator(),
        MenuItem(t("Sign out"), on_click=browser.sign_out, icon="log-out", leaves=True),
    ]
    return html.div(
        {"className": "account-menu-anchor"}, Menu(_trigger(viewer), entries, id="account-menu")
    )


def _trigger(viewer: Viewer) -> VdomDict:
    name = viewer.user.name or viewer.user.email
    return html.button(
        {"type": "button", "className": "sidebar-viewer", "title": viewer.user.email},
        Avatar(name, size=24),
        html.span({"className": "sidebar-words"}, name),
        Icon("chevrons-up-down", size=14, class_name="sidebar-viewer-arrow"),
    )


def _sections_beside_the_bar(viewer: Viewer) -> list[MenuEntry]:
    """Return what the bar of phones has no room for; hidden where the sidebar shows it."""
    return [
        MenuItem(
            section.label(),
            href=section.href,
            icon=section.icon,
            class_name="menu-item-on-phones",
        )
        for section in sections_of(viewer)
        if not section.on_phones
    ]


def _accounts(memberships: Memberships, open_account: Any) -> list[MenuEntry]:
    if not memberships:
        return []
    return [
        MenuHeading(t("Accounts")),
        *(
            MenuItem(
                membership["account"]["name"],
                on_click=_call(open_account, membership["account"]["id"]),
                checked=membership["current"],
                leaves=True,
            )
            for membership in memberships
        ),
    ]


def _themes(viewer: Viewer, choose: Any) -> list[MenuEntry]:
    words = {"SYSTEM": t("As the device"), "LIGHT": t("Light"), "DARK": t("Dark")}
    return [
        MenuItem(
            words[theme],
            on_click=_call(choose, theme),
            icon=icon,
            checked=theme == viewer.user.theme,
        )
        for theme, icon in THEMES
    ]


def _call(function: Any, value: str) -> Any:
    async def call() -> None:
        await function(value)

    return call
