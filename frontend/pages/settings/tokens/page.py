"""The API tokens tab."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Link, Notice, Panel
from frontend.hooks import use_can, use_changes, use_query, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.layout import SettingsLayout, Waiting
from frontend.pages.settings.tokens.create import CreateTokenDialog
from frontend.pages.settings.tokens.row import TokenRow
from frontend.routes import Command, Page


@component
def TokensPage() -> VdomDict:
    """The tokens that the viewer made in this account; `?new` opens the dialog that makes one."""
    making, set_making = use_url_state("new")
    may_make = use_can("MANAGE_TOKENS")
    data, _, error, refetch = use_query(load("tokens/list_tokens"), skip=not may_make)
    use_changes(("API_TOKEN",), lambda event: refetch())
    if not may_make:
        return SettingsLayout(
            "tokens",
            Panel(
                t("API tokens"),
                Notice(html.p(t("Your role reads only, so it cannot make API tokens."))),
            ),
        )
    found = (data or {}).get("viewer")
    if found is None:
        return SettingsLayout("tokens", Waiting("list", error, refetch))

    def open_dialog() -> None:
        set_making("1")

    def close() -> None:
        set_making(None)
        refetch()

    make = Button(t("New token"), icon="plus", variant="primary", on_click=open_dialog)
    return SettingsLayout(
        "tokens",
        _tokens(found["tokens"], refetch),
        CreateTokenDialog(close, key="create") if making else None,
        primary=make,
    )


def _tokens(tokens: Sequence[Mapping[str, Any]], refetch: Callable[[], None]) -> VdomDict:
    if not tokens:
        return EmptyState(
            t("No API tokens yet"),
            t("A token lets an app of yours work with this account's contacts, through GraphQL."),
            action=Link(t("Look around in the explorer"), href="/explorer"),
            drawing="cards",
        )
    return Panel(
        t("API tokens"),
        html.ul(
            {
                "className": "settings-list",
                "id": "tokens",
                "tabIndex": -1,
                "aria-label": t("API tokens"),
            },
            *(TokenRow(token, refetch, key=token["id"]) for token in tokens),
        ),
        html.p(Link(t("Try them in the explorer"), href="/explorer")),
        text=t("Keys for apps of yours, within your own role. Nobody else sees them."),
    )


PAGES = (Page("/settings/tokens", TokensPage, title=lambda: t("API tokens"), skeleton="list"),)
COMMANDS = (
    Command(
        "settings.tokens",
        label=lambda: t("API tokens"),
        icon="key-round",
        href="/settings/tokens",
        group=lambda: t("Settings"),
        permission="MANAGE_TOKENS",
    ),
)
