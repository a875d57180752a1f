"""The billing tab of the settings."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Icon, Notice
from frontend.hooks import (
    use_browser,
    use_can,
    use_changes,
    use_query,
    use_url_state,
    use_viewer,
)
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.operations import load
from frontend.pages.billing_parts.places import SETTINGS_URL, settings_url
from frontend.pages.settings.billing.guide import Guide
from frontend.pages.settings.billing.parts import BillingPart, Refetch, Settings, billing_parts
from frontend.pages.settings.layout import SettingsLayout, Waiting
from frontend.routes import Command, Page


@component
def BillingSettingsPage() -> VdomDict:
    """What is set of billing, part by part; only said of to those who may not."""
    manages, viewer = use_can("MANAGE_BILLING"), use_viewer()
    data, _, error, refetch = use_query(load("billing/read_billing_settings"), skip=not manages)
    use_changes(("ACCOUNT", "TAX"), lambda event: refetch())
    if viewer is not None and not manages:
        return SettingsLayout(
            "billing", Notice(html.p(t("Owners and admins can set up invoices and quotes.")))
        )
    if data is None or viewer is None:
        return SettingsLayout("billing", Waiting("form", error, refetch))
    return SettingsLayout("billing", Parts(data["billingSettings"], refetch, key="parts"))


@component
def Parts(settings: Settings, refetch: Refetch) -> VdomDict:
    """The guide, the parts, and the open one of them."""
    name, _ = use_url_state("part")
    field, set_field = use_url_state("field")
    browser, parts = use_browser(), billing_parts()
    part = next((each for each in parts if each.id == name), parts[0])

    @use_effect(dependencies=[field])
    def go_to_field() -> None:
        if field:
            browser.focus("field-" + field.replace(".", "-"))
            set_field(None)

    return html.div(
        {"className": "billing-settings"},
        html.nav(
            {"className": "billing-parts", "aria-label": t("Billing"), "key": "nav"},
            *(_link(each, each is part) for each in parts),
        ),
        html.div(
            {"className": "billing-part", "key": "part"},
            Guide(settings, refetch, key="guide"),
            html.div({"key": part.id}, part.draw(settings, refetch)),
        ),
    )


def _link(part: BillingPart, is_open: bool) -> VdomDict:
    return html.a(
        {
            "key": part.id,
            "className": "billing-part-link",
            "href": settings_url(part.id),
            "data-top": "",
            **({"aria-current": "page"} if is_open else {}),
        },
        Icon(part.icon),
        html.span(part.label()),
    )


PAGES = (Page(SETTINGS_URL, BillingSettingsPage, title=lambda: t("Billing"), skeleton="form"),)
COMMANDS = (
    Command(
        "settings.billing",
        label=lambda: t("Invoices and quotes"),
        icon="receipt",
        href=SETTINGS_URL,
        group=lambda: t("Settings"),
        permission="MANAGE_BILLING",
    ),
    Command(
        "settings.taxes",
        label=lambda: t("Taxes"),
        icon="percent",
        href=settings_url("taxes"),
        group=lambda: t("Settings"),
        permission="MANAGE_BILLING",
    ),
)
