"""Another schedule for a recurring invoice, from now on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_toast
from frontend.locale import t
from frontend.locale.formats import local_day
from frontend.operations import load
from frontend.pages.recurring.schedule import ScheduleFields, schedule_of, values_of
from frontend.pages.recurring.words import Recurring
from frontend.store import Store


@component
def ChangeSchedule(recurring: Recurring, *, on_close: Callable[[], None]) -> VdomDict:
    """The dialog; what was made stays as it is."""
    known, toast = use_ref(recurring).current, use_toast()
    changed: Store[int] = use_ref(Store(0)).current
    form = use_form(
        values_of(known), on_change=lambda name, value: changed.update(lambda seen: seen + 1)
    )
    update, updating = use_mutation(load("recurring/update_recurring_invoice"))

    async def save(values: dict[str, Any]) -> None:
        schedule, refused = schedule_of(values)
        if refused:
            form.show_errors(refused)
            return
        if schedule["startDate"] == known["startDate"]:
            del schedule["startDate"]  # it may lie in the past by now
        outcome = await update(
            {
                "id": known["id"],
                "version": known["version"],
                "mode": values["mode"],
                **schedule,
            }
        )
        form.show_errors(outcome.errors)
        if outcome.ok:
            toast(t("Changed from now on"), kind="success")
            on_close()

    return html.div(
        Dialog(
            t("Change schedule"),
            SubmitForm(
                form,
                FormErrors(form, key="errors"),
                ScheduleFields(
                    form,
                    changed,
                    earliest=min(known["startDate"], local_day(datetime.now(UTC)).isoformat()),
                    key="fields",
                ),
                html.div(
                    {"className": "dialog-actions", "key": "acts"},
                    Button(t("Cancel"), attributes={"data-close": ""}),
                    Button(t("Save"), variant="primary", type="submit", busy=updating.loading),
                ),
                on_submit=save,
                label=t("Change schedule"),
                id="recurring-change-form",
                key="form",
            ),
            text=t("From now on: what was made stays as it is."),
            on_close=on_close,
            size="medium",
            id="recurring-change",
        )
    )
