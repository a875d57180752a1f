"""The security tab."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, FormErrors, Panel
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_changes, use_form, use_mutation, use_query, use_toast, use_viewer
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.layout import SettingsLayout, Waiting
from frontend.pages.settings.security.second_factor import SecondFactorPanel
from frontend.pages.settings.security.sessions import SessionsPanel
from frontend.routes import Command, Page


@component
def SecurityPage() -> VdomDict:
    """Password, second factor, and where one is signed in."""
    data, _, error, refetch = use_query(load("accounts/list_sessions"))
    use_changes(("SESSION", "USER"), lambda event: refetch())
    found = (data or {}).get("viewer")
    if found is None:
        return SettingsLayout("security", Waiting("form", error, refetch))
    return SettingsLayout(
        "security",
        PasswordPanel(key="password"),
        SecondFactorPanel(found["user"], refetch, key="second-factor"),
        SessionsPanel(found["sessions"], refetch, key="sessions"),
    )


@component
def PasswordPanel() -> VdomDict:
    """Change the password; the other sessions end."""
    form = use_form({"currentPassword": "", "newPassword": ""})
    change, state = use_mutation(load("accounts/change_password"))
    viewer, toast = use_viewer(), use_toast()

    async def submit(values: dict[str, Any]) -> None:
        outcome = await change({name: values[name] for name in ("currentPassword", "newPassword")})
        form.show_errors(outcome.errors)
        if outcome.ok:
            form.reset()
            toast(t("Password changed. Your other sessions are signed out."), kind="success")

    return Panel(
        t("Password"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            _owner(viewer.user.email if viewer else ""),
            PasswordField(form, "currentPassword", label=t("Current password"), key="current"),
            PasswordField(form, "newPassword", label=t("New password"), new=True, key="new"),
            Button(t("Change the password"), type="submit", variant="primary", busy=state.loading),
            on_submit=submit,
            label=t("Password"),
            id="password-form",
            class_name="form settings-form",
            key="form",
        ),
        text=t("Changing it signs out every other session of yours."),
    )


def _owner(email: str) -> VdomDict:
    """Whose password this is, out of sight: a password manager then keeps it in the right place."""
    return html.input(
        {
            "key": "owner",
            "type": "text",
            "autocomplete": "username",
            "defaultValue": email,
            "readOnly": True,
            "hidden": True,
        }
    )


PAGES = (Page("/settings/security", SecurityPage, title=lambda: t("Security"), skeleton="form"),)
COMMANDS = (
    Command(
        "settings.security",
        label=lambda: t("Security"),
        icon="shield",
        href="/settings/security",
        group=lambda: t("Settings"),
    ),
)
