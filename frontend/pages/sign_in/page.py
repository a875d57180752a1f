"""The sign-in page."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Link, Notice, Skeleton, TextField
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.error_words import ERROR_WORDS
from frontend.errors import explain
from frontend.hooks import use_browser, use_form, use_mutation, use_url_state
from frontend.hooks.form import Form
from frontend.locale import t
from frontend.operations import load
from frontend.pages.entry.card import EntryCard
from frontend.pages.entry.way import use_next, use_pass_through, with_next
from frontend.pages.sign_in.code_step import CodeStep
from frontend.routes import Page


@component
def SignInPage() -> Component | VdomDict:
    """Let somebody in, and on to where they wanted to go."""
    then = use_next()
    if use_pass_through(then):
        return Skeleton("form")
    return SignIn(then, key="sign-in")


@component
def SignIn(then: str) -> VdomDict:
    """The form in two steps. The first stays on the page, out of sight: both are sent together."""
    form = use_form({"email": "", "password": "", "code": ""})
    asks_code, set_asks_code = use_state(False)
    sign_in, state = use_mutation(load("accounts/sign_in"))
    browser = use_browser()
    refused, _ = use_url_state("refused")
    changed, _ = use_url_state("changed")
    ended, _ = use_url_state("ended")

    async def submit(values: dict[str, Any]) -> None:
        given = {"email": values["email"], "password": values["password"]}
        outcome = await sign_in({**given, "code": values["code"]} if asks_code else given)
        if outcome.payload and outcome.payload["totpRequired"]:
            set_asks_code(True)
            browser.focus(form.element_id("code"))
        elif outcome.ok and outcome.payload:
            browser.sign_in(outcome.payload["sessionTicket"], then=then)
        form.show_errors(outcome.errors)

    def start_again() -> None:
        form.set("code", "")
        set_asks_code(False)

    return EntryCard(
        t("Enter your code") if asks_code else t("Sign in"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            _refusal(refused) if refused in ERROR_WORDS and state.outcome is None else None,
            Notice(html.p(t("Your password has been changed. Sign in with it.")), kind="success")
            if changed and state.outcome is None
            else None,
            Notice(html.p(t("Your session ended. Sign in to go on where you were.")))
            if ended and state.outcome is None
            else None,
            html.div(
                {"key": "first", "className": "form-step", "hidden": asks_code},
                *_first_step(form),
            ),
            CodeStep(form, start_again, key="code") if asks_code else None,
            Button(t("Sign in"), type="submit", variant="primary", wide=True, busy=state.loading),
            on_submit=submit,
            label=t("Sign in"),
            id="sign-in-form",
            key="form",
        ),
        footer=None
        if asks_code
        else html.span(
            t("New to Carnet?"), " ", Link(t("Create an account"), href=with_next("/sign-up", then))
        ),
    )


def _refusal(code: str) -> VdomDict:
    """Say why the server took no ticket for a session (`/sign-in?refused=TICKET_INVALID`)."""
    words = explain({"code": code, "path": [], "parameters": []})
    return Notice(html.p(words), kind="error")


def _first_step(form: Form) -> tuple[Component, ...]:
    return (
        TextField(
            form,
            "email",
            label=t("E-mail"),
            type="email",
            required=True,
            autocomplete="username",
            autofocus=True,
            attributes={"inputMode": "email", "autocapitalize": "none", "spellCheck": "false"},
            key="email",
        ),
        PasswordField(
            form,
            "password",
            label=t("Password"),
            aside=Link(
                t("Forgotten?"), href="/forgot-password", attributes={"className": "field-aside"}
            ),
            key="password",
        ),
    )


PAGES = (
    Page(
        "/sign-in",
        SignInPage,
        title=lambda: t("Sign in"),
        public=True,
        frame="bare",
        skeleton="form",
    ),
)
