"""The letter to the client with the link of the copy, before it leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, Dialog, FormErrors, Icon, Notice, Skeleton, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_query, use_toast
from frontend.locale import t
from frontend.operations import load

FORM = "privacy-letter"


@component
def LetterDialog(
    request_id: str, *, on_close: Callable[[], Any], on_sent: Callable[[], Any]
) -> VdomDict | Component:
    """The dialog, once the proposed letter is read."""
    read = use_query(load("privacy/read_copy_letter"), {"id": request_id})
    if read.data is None:
        said = Notice(html.p(t("This could not be read.")), kind="error") if read.error else None
        return Dialog(
            t("Send the copy"),
            said or Skeleton("form", lines=5),
            on_close=on_close,
            id="privacy-send",
            size="large",
        )
    letter = read.data["privacyCopyLetter"]
    return Letter(request_id, letter, on_close=on_close, on_sent=on_sent, key="letter")


@component
def Letter(
    request_id: str,
    letter: Mapping[str, Any],
    *,
    on_close: Callable[[], Any],
    on_sent: Callable[[], Any],
) -> VdomDict:
    """The letter, open to changes."""
    toast = use_toast()
    send, state = use_mutation(load("privacy/send_privacy_copy"))
    form = use_form(
        {
            "to": letter["to"] or "",
            "subject": letter["subject"] or "",
            "message": letter["message"] or "",
            "idempotencyKey": uuid4().hex,
        }
    )

    async def submit(values: dict[str, Any]) -> None:
        outcome = await send({"id": request_id, **values})
        form.show_errors(outcome.errors)
        if outcome.ok:
            toast(t("On its way to {address}", address=values["to"]), kind="success")
            on_close()
            on_sent()

    return Dialog(
        t("Send the copy"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            html.div(
                {"className": "privacy-letter", "key": "fields"},
                TextField(
                    form,
                    "to",
                    label=t("To"),
                    type="email",
                    required=True,
                    autofocus=not letter["to"],
                    attributes={"maxLength": 254},
                ),
                TextField(
                    form,
                    "subject",
                    label=t("Subject"),
                    required=True,
                    attributes={"maxLength": 300},
                ),
                TextField(
                    form,
                    "message",
                    label=t("Message"),
                    required=True,
                    lines=9,
                    attributes={"maxLength": 5_000},
                ),
                html.p(
                    {"className": "privacy-faint privacy-below"},
                    Icon("link"),
                    t("A button with the link comes below your words."),
                ),
            ),
            on_submit=submit,
            label=t("Send the copy"),
            id=FORM,
            class_name="form",
        ),
        on_close=on_close,
        id="privacy-send",
        size="large",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                t("Send"),
                icon="send",
                type="submit",
                variant="primary",
                busy=state.loading,
                attributes={"form": FORM},
            ),
        ),
    )
