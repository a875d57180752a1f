"""Setting two-factor sign-in up: the key into the app, a code back, then the recovery codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Dialog, FormErrors, Skeleton, TextField
from frontend.components.copy_button import CopyButton
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_task
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.security.qr_code import QrCode
from frontend.pages.settings.security.recovery_codes import NO_CODES, RecoveryCodesDialog


@component
def EnableDialog(on_close: Callable[[], None]) -> Component | VdomDict:
    """Both steps, one after the other."""
    codes, set_codes = use_state(NO_CODES)
    if codes:
        return RecoveryCodesDialog(codes, on_close, key="codes")
    return _Scan(lambda made: set_codes(tuple(made)), on_close, key="scan")


@component
def _Scan(on_enabled: Callable[[list[str]], None], on_close: Callable[[], None]) -> VdomDict:
    form = use_form({"code": ""})
    begin, begun = use_mutation(load("accounts/begin_totp"))
    confirm, state = use_mutation(load("accounts/confirm_totp"))

    async def ask_for_secret() -> None:
        form.show_errors((await begin({})).errors)

    use_task(ask_for_secret, [])

    async def submit(values: dict[str, Any]) -> None:
        outcome = await confirm({"code": values["code"]})
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload:
            on_enabled(outcome.payload["recoveryCodes"])

    offer = begun.outcome.payload if begun.outcome else None
    return Dialog(
        t("Set up two-factor sign-in"),
        _offer(offer) if offer and offer["secret"] else Skeleton("block"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(
                form,
                "code",
                label=t("Code"),
                hint=t("The six digits that the app shows now."),
                required=True,
                autocomplete="one-time-code",
                autofocus=True,
                attributes={
                    "inputMode": "numeric",
                    "maxLength": 10,
                    "className": "input code-input",
                },
                key="code",
            ),
            html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Turn on"), type="submit", variant="primary", busy=state.loading),
            ),
            on_submit=submit,
            label=t("Set up two-factor sign-in"),
            id="totp-form",
            key="form",
        ),
        on_close=on_close,
        size="medium",
        id="totp-dialog",
    )


def _offer(offer: dict[str, Any]) -> VdomDict:
    secret: str = offer["secret"]
    grouped = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return html.div(
        {"className": "totp-offer"},
        QrCode(offer["qrSvg"], label=t("The key as a picture, for your authenticator app")),
        html.div(
            {"className": "totp-words"},
            html.p(
                t("Scan this with an authenticator app: your phone's, or your password manager's.")
            ),
            html.p(
                {"className": "field-hint"}, t("It cannot be scanned? Type this key into the app:")
            ),
            html.code({"className": "totp-key", "id": "totp-key"}, grouped),
            CopyButton(secret, label=t("Copy the key"), small=True),
        ),
    )
