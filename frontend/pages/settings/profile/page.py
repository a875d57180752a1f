"""The profile tab."""

from __future__ import annotations

from typing import Any

from reactpy import component
from reactpy.types import VdomDict

from frontend.components import Button, FormErrors, Panel, Skeleton, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import refresh_viewer, use_form, use_mutation, use_toast, use_viewer
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.layout import SettingsLayout
from frontend.pages.settings.profile.calendar import CalendarPanel
from frontend.pages.settings.profile.comfort import AppearancePanel, LanguagePanel
from frontend.pages.settings.profile.email import EmailPanel
from frontend.routes import Command, Page, Section
from frontend.viewer import Viewer


@component
def ProfilePage() -> VdomDict:
    """What a person sets about themselves."""
    viewer = use_viewer()
    if viewer is None:
        return SettingsLayout("profile", Skeleton("form"))
    return SettingsLayout(
        "profile",
        NamePanel(viewer, key="name"),
        EmailPanel(viewer, key="email"),
        LanguagePanel(viewer, key="language"),
        AppearancePanel(viewer, key="appearance"),
        CalendarPanel(key="calendar"),
    )


@component
def NamePanel(viewer: Viewer) -> VdomDict:
    """The name that colleagues see."""
    form = use_form({"name": viewer.user.name})
    update, state = use_mutation(load("accounts/update_profile"))
    toast = use_toast()

    async def submit(values: dict[str, Any]) -> None:
        outcome = await update({"name": values["name"]})
        form.show_errors(outcome.errors)
        if outcome.ok:
            form.saved()
            await refresh_viewer()
            toast(t("Saved"), kind="success")

    return Panel(
        t("Name"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(
                form, "name", label=t("Your name"), required=True, autocomplete="name", key="name"
            ),
            Button(t("Save"), type="submit", variant="primary", busy=state.loading),
            on_submit=submit,
            label=t("Name"),
            id="name-form",
            class_name="form settings-form",
            key="form",
        ),
        text=t("What your colleagues see beside what you do."),
    )


PAGES = (
    Page(
        "/settings/profile",
        ProfilePage,
        title=lambda: t("Profile"),
        skeleton="form",
        also=("/settings",),
    ),
)
SECTION = Section(
    "settings",
    label=lambda: t("Settings"),
    icon="settings",
    href="/settings",
    order=90,
    place="end",
)
COMMANDS = (
    Command(
        "settings.profile",
        label=lambda: t("Profile"),
        icon="user-round",
        href="/settings/profile",
        group=lambda: t("Settings"),
    ),
)
