"""The campaigns tab: what is counted of readers, how fast letters leave, what stands under them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.client import ErrorParameter, UserError
from frontend.components import Button, CheckboxField, FormErrors, Notice, Panel, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_query, use_toast, use_viewer
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.layout import SettingsLayout, Waiting
from frontend.routes import Command, Page

Kept = Mapping[str, Any]
_RATE = "ratePerMinute"
_NO_NUMBER = UserError(
    code="INVALID_RATE",
    path=[_RATE],
    parameters=[ErrorParameter(name="maximum", value="30000")],
)
_NAMES = ("trackOpens", "trackClicks", _RATE, "footer")


@component
def CampaignSettingsPage() -> VdomDict:
    """What is set for new campaigns of the account; only read by those who may not change it."""
    viewer = use_viewer()
    data, _, error, refetch = use_query(load("campaigns/read_campaign_settings"))
    stale, set_stale = use_state(False)
    kept = (data or {}).get("campaignSettings")
    if kept is None or viewer is None:
        return SettingsLayout("campaigns", Waiting("form", error, refetch))

    def show_theirs() -> None:
        set_stale(True)
        refetch()

    shown = (
        CampaignSettingsForm(kept, show_theirs, key=f"form-{kept['version']}")
        if viewer.can("MANAGE_ACCOUNT")
        else _facts(kept)
    )
    return SettingsLayout("campaigns", _stale() if stale else None, shown)


@component
def CampaignSettingsForm(kept: Kept, show_theirs: Callable[[], None]) -> VdomDict:
    """The form; it goes on from what it saved."""
    known, set_known = use_state(kept)
    form = use_form({name: str(kept[name]) if name == _RATE else kept[name] for name in _NAMES})
    update, state = use_mutation(load("campaigns/update_campaign_settings"))
    toast = use_toast()

    async def save(values: dict[str, Any]) -> None:
        rate = str(values["ratePerMinute"]).strip()
        if not rate.isascii() or not rate.isdigit() or len(rate) > 9:
            form.show_errors((_NO_NUMBER,))
            return
        outcome = await update({**values, "ratePerMinute": int(rate), "version": known["version"]})
        if any(each["code"] == "STALE_VERSION" for each in outcome.errors):
            show_theirs()
            return
        form.show_errors(outcome.errors)
        if outcome.ok:
            form.saved()
            set_known((outcome.payload or {})["settings"])
            toast(t("Saved"), kind="success")

    return Panel(
        t("Campaigns"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            *_fields(form),
            Button(t("Save"), type="submit", variant="primary", busy=state.loading),
            on_submit=save,
            label=t("Campaigns"),
            id="campaign-settings",
            class_name="form settings-form",
            key="form",
        ),
        text=t("Of campaigns that are begun from now on; each can be set otherwise."),
    )


def _fields(form: Any) -> tuple[VdomDict | Component, ...]:
    return (
        CheckboxField(
            form,
            "trackOpens",
            label=t("Count opened letters"),
            hint=t(
                "By a picture that nobody sees. Without it nobody is inactive. Some readers mind; "
                "where the law asks for their consent, leave it off."
            ),
            key="opens",
        ),
        CheckboxField(
            form,
            "trackClicks",
            label=t("Count opened links"),
            hint=t("Links lead by this server to where they go."),
            key="clicks",
        ),
        TextField(
            form,
            "ratePerMinute",
            label=t("Letters a minute, at most"),
            hint=t("As many as your mail server takes."),
            required=True,
            attributes={"inputMode": "numeric"},
            key="rate",
        ),
        TextField(
            form,
            "footer",
            label=t("At the end of every letter"),
            hint=t(
                "Who writes, and their postal address: the law of most countries asks for both."
            ),
            lines=3,
            key="footer",
        ),
    )


def _stale() -> VdomDict:
    return html.div(
        {"key": "stale"},
        Notice(
            html.p(t("Somebody else changed this meanwhile. Here it is as it stands now.")),
            kind="warning",
        ),
    )


def _facts(kept: Kept) -> VdomDict:
    yes, no = t("Yes"), t("No")
    facts = (
        (t("Count opened letters"), yes if kept["trackOpens"] else no),
        (t("Count opened links"), yes if kept["trackClicks"] else no),
        (t("Letters a minute, at most"), str(kept["ratePerMinute"])),
        (t("At the end of every letter"), kept["footer"] or "–"),
    )
    return Panel(
        t("Campaigns"),
        Notice(html.p(t("Owners and admins can change this."))),
        html.dl(
            {"className": "settings-facts"},
            *(
                html.div({"key": name, "className": "settings-fact"}, html.dt(name), html.dd(value))
                for name, value in facts
            ),
        ),
        text=t("Of campaigns that are begun from now on; each can be set otherwise."),
    )


PAGES = (
    Page(
        "/settings/campaigns",
        CampaignSettingsPage,
        title=lambda: t("Campaigns"),
        skeleton="form",
    ),
)
COMMANDS = (
    Command(
        "settings.campaigns",
        label=lambda: t("Settings of campaigns"),
        icon="megaphone",
        href="/settings/campaigns",
        group=lambda: t("Settings"),
    ),
)
