"""The page of a forgotten password."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Link, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation
from frontend.locale import t
from frontend.operations import load
from frontend.pages.entry.card import EntryAnswer, EntryCard
from frontend.pages.entry.outbox import OutboxNotice
from frontend.routes import Page


@component
def ForgotPasswordPage() -> Component | VdomDict:
    """Send the letter with the link, and say the same whoever has the address, or nobody."""
    delivery, set_delivery = use_state("")
    if delivery:
        return _Sent(delivery, key="sent")
    return _Ask(set_delivery, key="ask")


@component
def _Ask(on_sent: Any) -> VdomDict:
    form = use_form({"email": ""})
    request, state = use_mutation(load("accounts/request_password_reset"))

    async def submit(values: dict[str, Any]) -> None:
        outcome = await request({"email": values["email"]})
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload:
            on_sent(outcome.payload["delivery"])

    return EntryCard(
        t("Forgotten your password?"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
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
            Button(
                t("Send the link"), type="submit", variant="primary", wide=True, busy=state.loading
            ),
            on_submit=submit,
            label=t("Forgotten your password?"),
            id="forgot-form",
            key="form",
        ),
        text=t("Give the address you sign in with. A link to choose a new password goes there."),
        footer=Link(t("Back to sign in"), href="/sign-in"),
    )


@component
def _Sent(delivery: str) -> VdomDict:
    return EntryAnswer(
        "mail-check",
        t("Check your mail"),
        html.p(
            t(
                "If somebody signs in with this address, the link is on its way. It works "
                "once, within the hour."
            )
        ),
        OutboxNotice() if delivery == "OUTBOX" else None,
        action=Button(t("Back to sign in"), href="/sign-in"),
    )


PAGES = (
    Page(
        "/forgot-password",
        ForgotPasswordPage,
        title=lambda: t("Forgotten your password?"),
        public=True,
        frame="bare",
        skeleton="form",
    ),
)
