"""The business tab."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Notice, Panel, SelectField, Skeleton, TextField
from frontend.components.place_fields import (
    CurrencyField,
    TimeZoneField,
    country_options,
    language_options,
)
from frontend.components.submit_form import SubmitForm
from frontend.hooks import refresh_viewer, use_form, use_mutation, use_query, use_toast, use_viewer
from frontend.hooks.form import Form
from frontend.locale import t, territory_name
from frontend.locale.places import LANGUAGE_NAMES, time_zone
from frontend.operations import load
from frontend.pages.contact_attachments.usage import usage_words
from frontend.pages.settings.layout import SettingsLayout
from frontend.routes import Command, Page
from frontend.viewer import Viewer, ViewerAccount


@component
def BusinessPage() -> VdomDict:
    """What is set for everybody in the account; only read by those who may not change it."""
    viewer = use_viewer()
    if viewer is None:
        return SettingsLayout("business", Skeleton("form"))
    panel = (
        BusinessPanel(viewer, key="form")
        if viewer.can("MANAGE_ACCOUNT")
        else _Facts(viewer.account)
    )
    return SettingsLayout("business", panel, FilesPanel(key="files"))


@component
def FilesPanel() -> VdomDict | None:
    """How much the account's files take."""
    data = use_query(load("attachments/read_file_usage")).data
    if data is None:
        return None
    usage = data["fileUsage"]
    return Panel(
        t("Files"),
        html.p(usage_words(usage)),
        html.meter(
            {
                "className": "settings-meter",
                "max": usage["maximumMb"],
                "value": usage["usedMb"],
                "aria-label": t("Files"),
            }
        ),
        text=t("Of contacts and messages; what was deleted counts until it is gone for good."),
    )


@component
def BusinessPanel(viewer: Viewer) -> VdomDict:
    """The form."""
    account = viewer.account
    form = use_form(
        {
            "name": account.name,
            "country": account.country,
            "locale": account.locale,
            "timeZone": account.time_zone,
            "currency": account.currency,
        }
    )
    update, state = use_mutation(load("accounts/update_account"))
    toast = use_toast()

    async def submit(values: dict[str, Any]) -> None:
        outcome = await update(values)
        form.show_errors(outcome.errors)
        if outcome.ok:
            form.saved()
            await refresh_viewer()
            toast(t("Saved"), kind="success")

    return Panel(
        t("Business"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            *_fields(form),
            Button(t("Save"), type="submit", variant="primary", busy=state.loading),
            on_submit=submit,
            label=t("Business"),
            id="business-form",
            class_name="form settings-form",
            key="form",
        ),
        text=t("What is true for everybody who works in this account."),
    )


def _fields(form: Form) -> tuple[VdomDict | Component, ...]:
    return (
        TextField(
            form, "name", label=t("Name"), required=True, autocomplete="organization", key="name"
        ),
        SelectField(
            form,
            "country",
            country_options(),
            label=t("Country"),
            hint=t("Phone numbers and addresses are read as this country writes them."),
            key="country",
        ),
        SelectField(
            form,
            "locale",
            language_options(),
            label=t("Language"),
            hint=t("Of new members and of letters."),
            key="locale",
        ),
        TimeZoneField(form, key="zone"),
        CurrencyField(form, key="currency"),
    )


def _Facts(account: ViewerAccount) -> VdomDict:
    facts = (
        (t("Name"), account.name),
        (t("Country"), territory_name(account.country)),
        (t("Language"), LANGUAGE_NAMES.get(account.locale, account.locale)),
        (t("Time zone"), time_zone(account.time_zone).name),
        (t("Currency"), account.currency),
    )
    return Panel(
        t("Business"),
        Notice(html.p(t("Owners and admins can change this."))),
        html.dl(
            {"className": "settings-facts"},
            *(
                html.div({"key": name, "className": "settings-fact"}, html.dt(name), html.dd(value))
                for name, value in facts
            ),
        ),
        text=t("What is true for everybody who works in this account."),
    )


PAGES = (Page("/settings/business", BusinessPage, title=lambda: t("Business"), skeleton="form"),)
COMMANDS = (
    Command(
        "settings.business",
        label=lambda: t("Business"),
        icon="building-2",
        href="/settings/business",
        group=lambda: t("Settings"),
    ),
)
