"""Making an API token, and showing its secret this once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    Dialog,
    FormErrors,
    Link,
    Notice,
    Option,
    SelectField,
    TextField,
)
from frontend.components.copy_button import SecretBox
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.settings.words import scope_name

EXPIRIES_DAYS = (30, 90, 365)
SCOPES = {"READ": ["READ"], "WRITE": ["READ", "WRITE"], "LEADS": ["LEADS"]}
"""What each choice gives a token."""


@component
def CreateTokenDialog(on_close: Callable[[], None]) -> Component:
    """The form, then the secret."""
    made, set_made = use_state(("", ""))
    name, secret = made
    if secret:
        return SecretDialog(name, secret, on_close, key="secret")
    return TokenForm(lambda name, secret: set_made((name, secret)), on_close, key="form")


@component
def TokenForm(on_made: Callable[[str, str], None], on_close: Callable[[], None]) -> VdomDict:
    """Ask for a name, what it may do, and for how long."""
    form = use_form({"name": "", "scope": "READ", "days": "90"})
    create, state = use_mutation(load("tokens/create_token"))

    async def submit(values: dict[str, Any]) -> None:
        outcome = await create(
            {
                "name": values["name"],
                "scopes": SCOPES[values["scope"]],
                "expiresAt": expiry(values["days"], datetime.now(UTC)),
            }
        )
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload:
            on_made(values["name"], outcome.payload["secret"])

    return Dialog(
        t("New API token"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(
                form,
                "name",
                label=t("Name"),
                hint=t("What it is for, so that you know it again."),
                required=True,
                autofocus=True,
                key="name",
            ),
            html.div(
                {"className": "fields-row", "key": "limits"},
                SelectField(
                    form,
                    "scope",
                    [Option(scope, scope_name(scope)) for scope in SCOPES],
                    label=t("It may"),
                    key="scope",
                ),
                SelectField(form, "days", expiry_options(), label=t("Works for"), key="days"),
            ),
            html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Make the token"), type="submit", variant="primary", busy=state.loading),
            ),
            on_submit=submit,
            label=t("New API token"),
            id="token-form",
            key="form",
        ),
        on_close=on_close,
        id="token-dialog",
    )


@component
def SecretDialog(name: str, secret: str, on_close: Callable[[], None]) -> VdomDict:
    """Show the secret, and say that this is the only time."""
    return Dialog(
        t("{name} is ready", name=name),
        SecretBox(secret, label=t("API token")),
        Notice(
            html.p(t("Copy it now: it is not kept, and cannot be shown again.")), kind="warning"
        ),
        html.p(
            {"className": "dialog-text"},
            t(
                "Send it as {header} to {address}.",
                header="Authorization: Bearer …",
                address="/graphql",
            ),
            " ",
            Link(t("See how in the explorer"), href="/explorer"),
        ),
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Done"), variant="primary", attributes={"data-close": ""}),
        ),
        on_close=on_close,
        id="secret-dialog",
    )


def expiry_options() -> list[Option]:
    """Return for how long a token may be made to work."""
    days = [Option(str(count), tn("{count} day", "{count} days", count)) for count in EXPIRIES_DAYS]
    return [*days, Option("", t("Until it is revoked"))]


def expiry(days: str, now: datetime) -> str | None:
    """Return the instant that many days from `now`, ISO 8601; None for never."""
    return (now + timedelta(days=int(days))).isoformat(timespec="seconds") if days else None
