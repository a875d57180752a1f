"""The header and the tabs that all settings share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from reactpy import html
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, Child, Notice, PageHeader, Skeleton, Tab, Tabs
from frontend.locale import t
from frontend.session import current_session


def SettingsLayout(selected: str, *children: Child, primary: Child = None) -> VdomDict:
    """Draw the settings with one of their tabs open; `primary` is its one main action."""
    viewer = current_session().viewer.value
    billing = Tab("billing", t("Billing"), "/settings/billing", icon="receipt")
    mailbox = Tab("mailbox", t("Mailbox"), "/settings/mailbox", icon="mail")
    tabs = (
        Tab("profile", t("Profile"), "/settings/profile", icon="user-round"),
        Tab("security", t("Security"), "/settings/security", icon="shield"),
        Tab("business", t("Business"), "/settings/business", icon="building-2"),
        *((billing,) if viewer and viewer.can("MANAGE_BILLING") else ()),
        *((mailbox,) if viewer and viewer.can("MANAGE_MAILBOX") else ()),
        Tab("campaigns", t("Campaigns"), "/settings/campaigns", icon="megaphone"),
        Tab("team", t("Team"), "/settings/team", icon="users-round"),
        Tab("tokens", t("API tokens"), "/settings/tokens", icon="key-round"),
    )
    return html.div(
        {"className": "settings"},
        PageHeader(t("Settings"), primary=primary),
        Tabs(tabs, selected=selected, label=t("Settings")),
        html.div({"className": "page-content settings-content", "key": selected}, *children),
    )


def Waiting(
    kind: Literal["list", "form"], error: OperationFailed | None, refetch: Callable[[], None]
) -> VdomDict:
    """Draw the outline of what is coming; say when it could not be read, and offer to try again."""
    if error is None:
        return Skeleton(kind, lines=4)
    return Notice(
        html.p(t("This could not be read.")),
        html.p(t("Reference {id}", id=error.request_id)) if error.request_id else None,
        kind="error",
        action=Button(t("Try again"), small=True, on_click=refetch),
    )
