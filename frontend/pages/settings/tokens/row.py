"""One API token in the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Chip, ConfirmDialog, Icon, Time
from frontend.errors import explain
from frontend.hooks import use_browser, use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.words import scope_name, widest_scope

Token = Mapping[str, Any]


@component
def TokenRow(token: Token, refetch: Callable[[], None]) -> VdomDict:
    """Name, first letters, scope, dates; and revoking."""
    asks, set_asks = use_state(False)
    revoke, _ = use_mutation(load("tokens/revoke_token"))
    toast, browser = use_toast(), use_browser()

    async def confirmed(event: object) -> None:
        outcome = await revoke({"id": token["id"]})
        set_asks(False)
        for error in outcome.errors:
            toast(explain(error), kind="error")
        if outcome.ok:
            toast(t("Token revoked"), kind="success")
            browser.focus("tokens")
            refetch()

    return html.li(
        {"className": "settings-row"},
        html.span({"className": "settings-row-mark"}, Icon("key-round")),
        html.div(
            {"className": "settings-row-words"},
            html.p({"className": "settings-row-title"}, token["name"], *_chips(token)),
            html.p({"className": "settings-row-text"}, *_particulars(token)),
        ),
        Button(
            t("Revoke"),
            small=True,
            on_click=lambda: set_asks(True),
            attributes={"aria-label": t("Revoke {name}", name=token["name"])},
        ),
        ConfirmDialog(
            t("Revoke {name}?", name=token["name"]),
            t("Apps that use it are refused from this moment on. This cannot be undone."),
            confirm=t("Revoke"),
            on_confirm=confirmed,
            on_close=lambda: set_asks(False),
            danger=True,
            key="confirm",
        )
        if asks
        else None,
    )


def is_expired(token: Token) -> bool:
    """Tell whether a token has stopped working."""
    return token["expiresAt"] is not None and datetime.fromisoformat(
        token["expiresAt"]
    ) <= datetime.now(UTC)


def _chips(token: Token) -> tuple[VdomDict, ...]:
    expired = (Chip(t("Expired"), color="AMBER", dot=False),) if is_expired(token) else ()
    return (Chip(scope_name(widest_scope(token["scopes"])), dot=False), *expired)


def _particulars(token: Token) -> tuple[Any, ...]:
    used = (
        (t("last used"), " ", Time(token["lastUsedAt"]))
        if token["lastUsedAt"]
        else (t("never used"),)
    )
    until: tuple[Any, ...] = (t("does not expire"),)
    if token["expiresAt"]:
        words = t("expired") if is_expired(token) else t("valid until")
        until = (words, " ", Time(token["expiresAt"], relative=False))
    return (html.code(f"{token['prefix']}…"), " · ", *used, " · ", *until)
