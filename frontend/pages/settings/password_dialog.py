"""A dialog that asks for the password once more before something that matters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation
from frontend.locale import t
from frontend.operations import Operation


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what it means, and the verb on the button."""

    title: str
    text: str
    verb: str
    danger: bool = False


@component
def PasswordDialog(
    question: Question,
    operation: Operation[Any],
    on_done: Callable[[dict[str, Any]], Awaitable[None] | None],
    on_close: Callable[[], None],
    given: Mapping[str, Any] | None = None,
) -> VdomDict:
    """Ask for the password, run a mutation with it and with `given`, hand on the payload."""
    form = use_form({"password": ""})
    run, state = use_mutation(operation)

    async def submit(values: dict[str, Any]) -> None:
        outcome = await run({**(given or {}), "password": values["password"]})
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload is not None:
            after = on_done(outcome.payload)
            if after is not None:
                await after

    return Dialog(
        question.title,
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            PasswordField(
                form, "password", label=t("Your password"), autofocus=True, key="password"
            ),
            html.div(
                {"className": "dialog-actions", "key": "actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(
                    question.verb,
                    type="submit",
                    variant="danger" if question.danger else "primary",
                    busy=state.loading,
                ),
            ),
            on_submit=submit,
            label=question.title,
            id="confirm-password-form",
            key="form",
        ),
        text=question.text,
        on_close=on_close,
        id="confirm-password",
    )
