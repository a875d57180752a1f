"""The page that a letter's link opens to choose a new password."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Link
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_browser, use_form, use_mutation, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.entry.card import EntryAnswer, EntryCard
from frontend.pages.entry.way import enter
from frontend.routes import Page


@component
def ResetPasswordPage() -> Component | VdomDict:
    """Take the new password and let its owner in; a link that opens nothing leads to another."""
    token, _ = use_url_state("token")
    form = use_form({"password": ""})
    reset, state = use_mutation(load("accounts/reset_password"))
    browser = use_browser()

    async def submit(values: dict[str, Any]) -> None:
        outcome = await reset({"token": token, "password": values["password"]})
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload:
            enter(browser, outcome.payload["sessionTicket"])

    spent = state.outcome is not None and any(
        e["code"] == "RESET_LINK_INVALID" for e in state.outcome.errors
    )
    if not token or spent:
        return EntryAnswer(
            "link-2-off",
            t("This link does not work any more"),
            html.p(t("It was used already, is too old, or was not copied whole.")),
            action=Button(t("Send another link"), href="/forgot-password", variant="primary"),
        )
    return EntryCard(
        t("Choose a new password"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            PasswordField(
                form, "password", label=t("New password"), new=True, autofocus=True, key="password"
            ),
            Button(
                t("Save and sign in"),
                type="submit",
                variant="primary",
                wide=True,
                busy=state.loading,
            ),
            on_submit=submit,
            label=t("Choose a new password"),
            id="reset-form",
            key="form",
        ),
        text=t("All your other sessions are signed out."),
        footer=Link(t("Back to sign in"), href="/sign-in"),
    )


PAGES = (
    Page(
        "/reset-password",
        ResetPasswordPage,
        title=lambda: t("Choose a new password"),
        public=True,
        frame="bare",
        skeleton="form",
    ),
)
