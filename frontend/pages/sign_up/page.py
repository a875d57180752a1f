"""The sign-up page."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Link, SelectField, Skeleton, TextField
from frontend.components.password_field import PasswordField
from frontend.components.place_fields import TimeZoneField, country_options, language_options
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_browser, use_form, use_mutation
from frontend.hooks.form import Form
from frontend.locale import t, use_locale
from frontend.operations import load
from frontend.pages.entry.card import EntryCard
from frontend.pages.entry.clock import AskWhereabouts, Whereabouts
from frontend.pages.entry.way import use_next, use_pass_through, with_next
from frontend.routes import Page


@component
def SignUpPage() -> Component | VdomDict:
    """Make a user and their first account, and let them in."""
    then = use_next()
    if use_pass_through(then):
        return Skeleton("form")
    return SignUp(then, key="sign-up")


@component
def SignUp(then: str) -> VdomDict:
    """The form."""
    form = use_form(
        {
            "name": "",
            "accountName": "",
            "email": "",
            "password": "",
            "country": "",
            "locale": use_locale(),
            "timeZone": "UTC",
        }
    )
    sign_up, state = use_mutation(load("accounts/sign_up"))
    browser = use_browser()

    async def submit(values: dict[str, Any]) -> None:
        outcome = await sign_up(values)
        if outcome.ok and outcome.payload:
            browser.sign_in(outcome.payload["sessionTicket"], then=then)
        form.show_errors(outcome.errors)

    return EntryCard(
        t("Create an account"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            *_person_fields(form),
            PlaceFields(form, key="places"),
            Button(
                t("Create an account"),
                type="submit",
                variant="primary",
                wide=True,
                busy=state.loading,
            ),
            on_submit=submit,
            label=t("Create an account"),
            id="sign-up-form",
            key="form",
        ),
        footer=html.span(
            t("Already with us?"), " ", Link(t("Sign in"), href=with_next("/sign-in", then))
        ),
    )


def _person_fields(form: Form) -> tuple[VdomDict | Component, ...]:
    return (
        html.div(
            {"className": "fields-row", "key": "names"},
            TextField(
                form,
                "name",
                label=t("Your name"),
                required=True,
                autocomplete="name",
                autofocus=True,
                key="name",
            ),
            TextField(
                form,
                "accountName",
                label=t("Business"),
                placeholder=t("Your own name will do"),
                required=True,
                autocomplete="organization",
                key="account",
            ),
        ),
        TextField(
            form,
            "email",
            label=t("E-mail"),
            type="email",
            required=True,
            autocomplete="username",
            attributes={"inputMode": "email", "autocapitalize": "none", "spellCheck": "false"},
            key="email",
        ),
        PasswordField(form, "password", label=t("Password"), new=True, key="password"),
    )


@component
def PlaceFields(form: Form) -> VdomDict:
    """Country, language and time zone, begun with what the browser tells of itself."""
    told, set_told = use_state(False)

    def begin(found: Whereabouts) -> None:
        if not told:
            form.values["timeZone"] = found.time_zone
            form.values["country"] = form.values["country"] or found.country
            set_told(True)

    step = "told" if told else "asked"
    return html.div(
        {"className": "fields"},
        AskWhereabouts(begin),
        html.div(
            {"className": "fields-row"},
            SelectField(
                form,
                "country",
                country_options(blank=True),
                label=t("Country"),
                required=True,
                attributes={"autocomplete": "country"},
                key=f"country-{step}",
            ),
            SelectField(form, "locale", language_options(), label=t("Language"), key="locale"),
        ),
        TimeZoneField(form, key=f"zone-{step}"),
    )


PAGES = (
    Page(
        "/sign-up",
        SignUpPage,
        title=lambda: t("Create an account"),
        public=True,
        frame="bare",
        skeleton="form",
    ),
)
