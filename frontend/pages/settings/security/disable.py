"""What asks for the password once more: turning two-factor sign-in off, and making new recovery codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, use_state
from reactpy.types import Component

from frontend.hooks import use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.password_dialog import PasswordDialog
from frontend.pages.settings.security.recovery_codes import RecoveryCodesDialog


@component
def DisableDialog(on_close: Callable[[], None]) -> Component:
    """Turn two-factor sign-in off."""
    disable, state = use_mutation(load("accounts/disable_totp"))
    toast = use_toast()

    def done(payload: dict[str, Any]) -> None:
        toast(t("Two-factor sign-in is off"), kind="success")
        on_close()

    return PasswordDialog(
        t("Turn two-factor sign-in off?"),
        t("From then on your password alone lets somebody in. The recovery codes stop working."),
        t("Turn off"),
        disable,
        state.loading,
        done,
        on_close,
        danger=True,
        key="disable",
    )


@component
def NewCodesDialog(on_close: Callable[[], None]) -> Component:
    """Replace the recovery codes."""
    regenerate, state = use_mutation(load("accounts/regenerate_recovery_codes"))
    codes, set_codes = use_state(())
    if codes:
        return RecoveryCodesDialog(codes, on_close, key="codes")
    return PasswordDialog(
        t("Make new recovery codes?"),
        t("The ones you have stop working."),
        t("Make new codes"),
        regenerate,
        state.loading,
        lambda payload: set_codes(tuple(payload["recoveryCodes"])),
        on_close,
        key="password",
    )
