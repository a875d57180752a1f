"""The header and the tabs that all settings share."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Child, PageHeader, Tab, Tabs
from frontend.locale import t


def SettingsLayout(selected: str, *children: Child, primary: Child = None) -> VdomDict:
    """Draw the settings with one of their tabs open; `primary` is its one main action."""
    tabs = (
        Tab("profile", t("Profile"), "/settings/profile", icon="user-round"),
        Tab("security", t("Security"), "/settings/security", icon="shield"),
        Tab("business", t("Business"), "/settings/business", icon="building-2"),
        Tab("team", t("Team"), "/settings/team", icon="users-round"),
        Tab("tokens", t("API tokens"), "/settings/tokens", icon="key-round"),
    )
    return html.div(
        {"className": "settings"},
        PageHeader(t("Settings"), primary=primary),
        Tabs(tabs, selected=selected, label=t("Settings")),
        html.div({"className": "page-content settings-content", "key": selected}, *children),
    )
