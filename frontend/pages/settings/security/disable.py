"""Turning two-factor sign-in off, and making new recovery codes: both ask for the password."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, use_state
from reactpy.types import Component

from frontend.hooks import use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.password_dialog import PasswordDialog, Question
from frontend.pages.settings.security.recovery_codes import NO_CODES, RecoveryCodesDialog


@component
def DisableDialog(on_close: Callable[[], None]) -> Component:
    """Turn two-factor sign-in off."""
    toast = use_toast()

    def done(payload: dict[str, Any]) -> None:
        toast(t("Two-factor sign-in is off"), kind="success")
        on_close()

    question = Question(
        t("Turn two-factor sign-in off?"),
        t("From then on your password alone lets somebody in. The recovery codes stop working."),
        t("Turn off"),
        danger=True,
    )
    return PasswordDialog(question, load("accounts/disable_totp"), done, on_close, key="disable")


@component
def NewCodesDialog(on_close: Callable[[], None]) -> Component:
    """Replace the recovery codes."""
    codes, set_codes = use_state(NO_CODES)
    if codes:
        return RecoveryCodesDialog(codes, on_close, key="codes")
    question = Question(
        t("Make new recovery codes?"), t("The ones you have stop working."), t("Make new codes")
    )
    return PasswordDialog(
        question,
        load("accounts/regenerate_recovery_codes"),
        lambda payload: set_codes(tuple(payload["recoveryCodes"])),
        on_close,
        key="password",
    )
