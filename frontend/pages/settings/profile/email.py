"""The address that somebody signs in with, and changing it, confirmed by a letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors, Notice, Panel, TextField
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.entry.outbox import OutboxNotice
from frontend.viewer import Viewer

_UNKNOWN = {"viewer": {"mailDelivery": "SMTP"}}


@component
def EmailPanel(viewer: Viewer) -> VdomDict:
    """The present address, and the way to another."""
    open_, set_open = use_state(False)
    email, set_email = use_state("")
    delivery, _, _, _ = use_query(load("accounts/read_mail_delivery"))

    def asked(email: str) -> None:
        set_open(False)
        set_email(email)

    outbox = (delivery or _UNKNOWN)["viewer"]["mailDelivery"] == "OUTBOX"
    confirmed = email.casefold() == viewer.user.email.casefold()
    return Panel(
        t("E-mail address"),
        html.p({"className": "settings-value", "id": "own-email"}, viewer.user.email),
        Notice(
            html.p(t("A letter is on its way to {email}. Its link makes the change.", email=email))
        )
        if email and not confirmed
        else None,
        OutboxNotice() if email and not confirmed and outbox else None,
        EmailDialog(asked, lambda: set_open(False), key="dialog") if open_ else None,
        text=t("What you sign in with, and where our letters go."),
        actions=Button(t("Change"), on_click=lambda: set_open(True)),
    )


@component
def EmailDialog(on_asked: Callable[[str], None], on_close: Callable[[], None]) -> VdomDict:
    """Ask for the new address and the password."""
    form = use_form({"email": "", "password": ""})
    request, state = use_mutation(load("accounts/request_email_change"))

    async def submit(values: dict[str, Any]) -> None:
        outcome = await request({"email": values["email"], "password": values["password"]})
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload:
            on_asked(outcome.payload["email"])

    return Dialog(
        t("Change the e-mail address"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(
                form,
                "email",
                label=t("New address"),
                type="email",
                required=True,
                autocomplete="email",
                autofocus=True,
                key="email",
            ),
            PasswordField(form, "password", label=t("Your password"), key="password"),
            html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Send the letter"), type="submit", variant="primary", busy=state.loading),
            ),
            on_submit=submit,
            label=t("Change the e-mail address"),
            id="email-form",
            key="form",
        ),
        text=t("A letter goes to the new address; nothing changes until its link is opened."),
        on_close=on_close,
        id="email-dialog",
    )
