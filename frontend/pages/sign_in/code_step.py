"""The second step of signing in: a code of the authenticator app, or a recovery code."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import TextField
from frontend.hooks import use_browser
from frontend.hooks.form import Form
from frontend.locale import t


@component
def CodeStep(form: Form, on_back: Callable[[], None]) -> VdomDict:
    """Ask for the code; for the authenticator's, a phone offers digits."""
    recovery, set_recovery = use_state(False)
    browser = use_browser()

    def other_kind(event: object) -> None:
        form.clear_errors()
        form.set("code", "")
        set_recovery(not recovery)
        browser.focus(form.element_id("code"))

    if recovery:
        label, hint = (
            t("Recovery code"),
            t("One of those you kept when you set two-factor sign-in up. Each works once."),
        )
        look = {"inputMode": "text", "key": "recovery", "className": "input code-input"}
    else:
        label, hint = t("Code"), t("Six digits, from your authenticator app.")
        look = {
            "inputMode": "numeric",
            "key": "app",
            "className": "input code-input",
            "maxLength": "10",
        }
    return html.div(
        {"className": "form-step"},
        TextField(
            form,
            "code",
            label=label,
            hint=hint,
            required=True,
            autocomplete="one-time-code",
            autofocus=True,
            attributes={**look, "autocapitalize": "none", "spellCheck": "false"},
            key="field",
        ),
        html.div(
            {"className": "form-others"},
            html.button(
                {"type": "button", "className": "link", "onClick": other_kind},
                t("Use the authenticator app") if recovery else t("Use a recovery code"),
            ),
            html.button(
                {"type": "button", "className": "link", "onClick": lambda event: on_back()},
                t("Start again"),
            ),
        ),
    )
