"""A campaign that waits for its time: another time for it, or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button, Dialog
from frontend.components.field import FormErrors
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.campaign.times import TIME, TimeField, instant_of, typed_time
from frontend.pages.campaign_parts.words import Campaign

FORM = "reschedule-form"


@component
def RescheduleDialog(
    campaign: Campaign, *, on_close: Callable[[], Any], on_done: Callable[[], Any]
) -> VdomDict:
    """Ask for the other time, and set it."""
    schedule, state = use_mutation(load("campaigns/schedule_campaign"))
    toast = use_toast()
    form = use_form({TIME: typed_time(campaign["scheduledAt"])})
    # Another window may change it meanwhile: that is not to be lost unseen.
    version = use_ref(campaign["version"])

    async def submit(_: dict[str, Any]) -> None:
        at = instant_of(form)
        if at is None:
            return
        given = {"id": campaign["id"], "version": version.current, "at": at}
        outcome = await schedule(given)
        form.show_errors(
            [
                {**each, "path": each["path"] if each["path"] == [TIME] else []}
                for each in outcome.errors
            ]
        )
        if outcome.ok:
            toast(t("Scheduled"), kind="success")
            on_done()

    return Dialog(
        t("When is it to begin?"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TimeField(form),
            on_submit=submit,
            label=t("When is it to begin?"),
            id=FORM,
            class_name="form",
            key="form",
        ),
        on_close=on_close,
        id="reschedule",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                t("Change the time"),
                type="submit",
                variant="primary",
                icon="calendar-clock",
                busy=state.loading,
                attributes={"form": FORM},
            ),
        ),
    )
