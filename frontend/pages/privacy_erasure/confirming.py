"""The confirmation of an erasure: a copy first, the name typed, a day to think again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Notice, Panel, SelectField, TextField
from frontend.components.select import Option
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_toast
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.privacy.places import new_request_url
from frontend.pages.privacy_erasure.words import Erasure

DELAYS = (1, 6, 24, 48)
USUAL = 24


@component
def Confirm(request: Erasure, shown: Erasure, on_done: Callable[[], None]) -> VdomDict | Component:
    """The form. What is typed is compared by the API."""
    form = use_form({"typed": "", "delayHours": str(USUAL)})
    start, starting = use_mutation(load("privacy/start_erasure"))
    toast = use_toast()

    async def send(values: dict[str, Any]) -> None:
        given = {
            "id": request["id"],
            "typed": values["typed"],
            "delayHours": int(values["delayHours"]),
        }
        outcome = await start(given)
        form.show_errors(outcome.errors)
        if outcome.ok:
            toast(t("The erasure waits. It can be cancelled until it begins."), kind="success")
            on_done()

    return Panel(
        t("Erase"),
        _copy_first(request, shown),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(
                form,
                "typed",
                label=t("Type the name to confirm: {name}", name=shown["words"]),
                required=True,
                key="typed",
            ),
            SelectField(
                form,
                "delayHours",
                [Option(str(each), _delay(each)) for each in DELAYS],
                label=t("When it begins"),
                hint=t("Until then it can be cancelled. It never begins after the 48 hours."),
                key="delay",
            ),
            html.div(
                {"key": "acts"},
                Button(
                    t("Erase this person"),
                    type="submit",
                    variant="danger",
                    busy=starting.loading,
                ),
            ),
            on_submit=send,
            label=t("Erase"),
            id="erasure-form",
            class_name="form erasure-form",
            key="form",
        ),
    )


def _copy_first(request: Erasure, shown: Erasure) -> VdomDict:
    """Offer a copy before nobody can make one any more."""
    if shown["hasCopy"]:
        return Notice(html.p(t("A copy of their data is ready.")), kind="success")
    contacts = request["contacts"]
    return Notice(
        html.p(t("Do they want a copy too? Make it first: afterwards nobody can.")),
        action=Button(
            t("Make a copy first"), small=True, href=new_request_url("COPY", contacts[0]["id"])
        )
        if contacts
        else None,
    )


def _delay(hours: int) -> str:
    return tn("In {count} hour", "In {count} hours", hours)
