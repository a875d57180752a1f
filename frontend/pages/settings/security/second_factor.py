"""Two-factor sign-in: on, off, and its recovery codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Chip, Notice, Panel
from frontend.locale import t, tn
from frontend.pages.settings.security.disable import DisableDialog, NewCodesDialog
from frontend.pages.settings.security.enable import EnableDialog

FEW_CODES = 3


@component
def SecondFactorPanel(user: Mapping[str, Any], refetch: Callable[[], None]) -> VdomDict:
    """Say whether it is on, and lead to the dialogs that change it."""
    dialog, set_dialog = use_state("")
    enabled, left = user["totpEnabled"], user["recoveryCodesLeft"]

    def close() -> None:
        set_dialog("")
        refetch()

    actions = (
        (
            Button(t("New recovery codes"), on_click=lambda: set_dialog("codes")),
            Button(t("Turn off"), on_click=lambda: set_dialog("disable")),
        )
        if enabled
        else (Button(t("Set up"), variant="secondary", on_click=lambda: set_dialog("enable")),)
    )
    return Panel(
        t("Two-factor sign-in"),
        html.p(
            {"className": "settings-state"},
            Chip(t("On"), color="GREEN") if enabled else Chip(t("Off")),
            html.span(tn("{count} recovery code left", "{count} recovery codes left", left))
            if enabled
            else None,
        ),
        Notice(
            html.p(t("Few recovery codes are left: make new ones before you need them.")),
            kind="warning",
        )
        if enabled and left <= FEW_CODES
        else None,
        _dialog(dialog, close),
        text=t(
            "Signing in then also takes a code from your phone: a stolen password alone opens "
            "nothing."
        ),
        actions=html.div({"className": "panel-actions"}, *actions),
    )


def _dialog(name: str, close: Callable[[], None]) -> Component | None:
    if name == "enable":
        return EnableDialog(close, key="enable")
    if name == "disable":
        return DisableDialog(close, key="disable")
    if name == "codes":
        return NewCodesDialog(close, key="codes")
    return None
