"""The three ways to accept an invitation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, Field, FormErrors, Notice, TextField, TextInput
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.errors import explain
from frontend.hooks import Browser, MutationState, use_browser, use_form, use_mutation
from frontend.hooks.form import Form
from frontend.locale import t, use_locale
from frontend.operations import load
from frontend.pages.entry.way import enter


@component
def JoinAsNew(token: str, email: str) -> Component:
    """Somebody who is new here: a name and a password make the user."""
    form = use_form({"name": "", "password": ""})
    locale = use_locale()
    accept, state, browser = *use_mutation(load("accounts/accept_invitation")), use_browser()

    async def submit(values: dict[str, Any]) -> None:
        await _accept(accept, browser, form, {"token": token, **_own(values), "locale": locale})

    return SubmitForm(
        form,
        FormErrors(form, key="errors"),
        _address(email),
        TextField(
            form,
            "name",
            label=t("Your name"),
            required=True,
            autocomplete="name",
            autofocus=True,
            key="name",
        ),
        PasswordField(form, "password", label=t("Password"), new=True, key="password"),
        _join_button(state),
        on_submit=submit,
        label=t("Join"),
        id="invitation-form",
        key="form",
    )


@component
def JoinByPassword(token: str, email: str) -> Component:
    """Somebody who has a user already: the password shows that it is them."""
    form = use_form({"password": ""})
    accept, state, browser = *use_mutation(load("accounts/accept_invitation")), use_browser()

    async def submit(values: dict[str, Any]) -> None:
        await _accept(accept, browser, form, {"token": token, "password": values["password"]})

    return SubmitForm(
        form,
        FormErrors(form, key="errors"),
        _address(email),
        PasswordField(
            form,
            "password",
            label=t("Password"),
            hint=t("You sign in to Carnet with this address already: its password, please."),
            autofocus=True,
            key="password",
        ),
        _join_button(state),
        on_submit=submit,
        label=t("Join"),
        id="invitation-form",
        key="form",
    )


@component
def JoinAsViewer(token: str) -> VdomDict:
    """Who is signed in needs to type nothing."""
    accept, state, browser = *use_mutation(load("accounts/accept_invitation")), use_browser()
    refused = state.outcome.errors if state.outcome else ()

    async def join(event: object) -> None:
        outcome = await accept({"token": token})
        if outcome.ok and outcome.payload:
            enter(browser, outcome.payload["sessionTicket"])

    return html.div(
        {"className": "form"},
        Notice(*(html.p(explain(error)) for error in refused), kind="error") if refused else None,
        Button(t("Join"), variant="primary", wide=True, on_click=join, busy=state.loading),
    )


async def _accept(
    accept: Callable[[dict[str, Any]], Awaitable[Any]],
    browser: Browser,
    form: Form,
    given: dict[str, Any],
) -> None:
    outcome = await accept(given)
    form.show_errors(outcome.errors)
    if outcome.ok:
        enter(browser, outcome.payload["sessionTicket"])


def _own(values: dict[str, Any]) -> dict[str, Any]:
    return {"name": values["name"], "password": values["password"]}


def _address(email: str) -> VdomDict:
    """The invited address, fixed; a password manager keeps the password under it."""
    control = TextInput(
        value=email,
        type="email",
        autocomplete="username",
        attributes={"readOnly": True, "className": "input-fixed"},
    )
    return Field(t("E-mail"), control, id="invited-email")


def _join_button(state: MutationState) -> VdomDict:
    return Button(t("Join"), type="submit", variant="primary", wide=True, busy=state.loading)
