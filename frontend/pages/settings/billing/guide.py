"""What is still needed before the first invoice, and the shortest way there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Icon, Option, SelectField
from frontend.components.elements import classes
from frontend.components.place_fields import country_options
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_toast
from frontend.locale import t, territory_name
from frontend.operations import load
from frontend.pages.billing_parts.places import missing_url, settings_url
from frontend.pages.settings.billing.parts import Refetch, Settings

Step = tuple[str, str, bool]
"""What is to be done, where, and whether it is."""


def steps_of(settings: Settings) -> list[Step]:
    """Return the steps to the first invoice."""
    missing = settings["missing"]
    of_seller = [each for each in missing if each.startswith("seller.")]
    is_paid = bool(settings["bank"]["iban"] or settings["bank"]["instructions"])
    return [
        (
            t("Say who you are"),
            missing_url(of_seller[0]) if of_seller else settings_url("seller"),
            not of_seller,
        ),
        (t("Say where you are paid"), settings_url("payment", "bank.iban"), is_paid),
        (t("Choose your taxes"), settings_url("taxes"), "taxes" not in missing),
    ]


@component
def Guide(settings: Settings, refetch: Refetch) -> VdomDict | Component | None:
    """The first step in an account that has said nothing; afterwards what is left to do."""
    if not settings["version"] and "taxes" in settings["missing"]:
        return Begin(settings, refetch, key="begin")
    steps = steps_of(settings)
    if not settings["missing"] and all(done for _, _, done in steps):
        return None
    return html.section(
        {"className": "billing-guide", "aria-label": t("Before your first invoice")},
        html.h2({"className": "billing-guide-title"}, t("Before your first invoice")),
        html.ol(
            {"className": "billing-steps"},
            *(_step(*step) for step in steps),
        ),
    )


def _step(words: str, url: str, done: bool) -> VdomDict:
    return html.li(
        {"key": words, "className": classes("billing-step", done and "billing-step-done")},
        Icon("circle-check" if done else "arrow-right", label=t("Done") if done else None),
        html.span(words) if done else html.a({"href": url}, words),
    )


@component
def Begin(settings: Settings, refetch: Refetch) -> VdomDict:
    """Two questions that fill in what is usual in a country."""
    country = settings["seller"]["country"] or ""
    shown, set_shown = use_state(country)
    fill, filling = use_mutation(load("billing/fill_billing_defaults"))
    toast = use_toast()

    def changed(name: str, value: Any) -> None:
        if name == "country":
            set_shown(value)

    form = use_form({"country": country, "chargesTax": "yes"}, on_change=changed)

    async def submit(values: dict[str, Any]) -> None:
        outcome = await fill(
            {"country": values["country"], "chargesTax": values["chargesTax"] == "yes"}
        )
        form.show_errors(outcome.errors)
        if outcome.ok:
            toast(t("The usual settings are filled in"), kind="success")
        refetch()

    return html.section(
        {"className": "billing-guide", "aria-label": t("Before your first invoice")},
        html.h2({"className": "billing-guide-title"}, t("Your first invoice is minutes away")),
        html.p(
            {"className": "billing-guide-text"},
            t(
                "Two answers fill in taxes, numbers and legal terms as they are usual in your "
                "country. Everything can be changed."
            ),
        ),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            html.div(
                {"className": "fields-row", "key": "answers"},
                SelectField(
                    form,
                    "country",
                    country_options(blank=not country),
                    label=t("Where do you sell from?"),
                    key="country",
                ),
                SelectField(
                    form,
                    "chargesTax",
                    _tax_options(shown),
                    label=t("Do you charge VAT?"),
                    key=f"tax-{shown}",
                ),
            ),
            Button(
                t("Fill in what is usual"), type="submit", variant="primary", busy=filling.loading
            ),
            on_submit=submit,
            label=t("Before your first invoice"),
            id="billing-begin",
            class_name="form billing-begin",
            key="form",
        ),
    )


def _tax_options(country: str) -> list[Option]:
    without: dict[str, Callable[[], str]] = {
        "FR": lambda: t("No: franchise en base (art. 293 B)"),
        "IT": lambda: t("No: regime forfettario"),
    }
    words = without.get(country, lambda: t("No"))()
    place = territory_name(country) if country else ""
    yes = t("Yes, as usual in {country}", country=place) if place else t("Yes")
    return [Option("yes", yes), Option("no", words)]
