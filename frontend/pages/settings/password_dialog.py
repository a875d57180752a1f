"""A dialog that asks for the password once more before something that matters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Outcome, use_form
from frontend.locale import t


@component
def PasswordDialog(
    title: str,
    text: str,
    verb: str,
    run: Callable[[dict[str, Any]], Awaitable[Outcome]],
    busy: bool,
    on_done: Callable[[dict[str, Any]], Awaitable[None] | None],
    on_close: Callable[[], None],
    danger: bool = False,
    given: dict[str, Any] | None = None,
) -> VdomDict:
    """Ask for the password and run a mutation with it, and with what is `given`."""
    form = use_form({"password": ""})

    async def submit(values: dict[str, Any]) -> None:
        outcome = await run({**(given or {}), "password": values["password"]})
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload is not None:
            after = on_done(outcome.payload)
            if after is not None:
                await after

    return Dialog(
        title,
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            PasswordField(
                form, "password", label=t("Your password"), autofocus=True, key="password"
            ),
            html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(verb, type="submit", variant="danger" if danger else "primary", busy=busy),
            ),
            on_submit=submit,
            label=title,
            id="confirm-password-form",
            key="form",
        ),
        text=text,
        on_close=on_close,
        id="confirm-password",
    )
