"""The days on which clients are reminded, chosen from the usual ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, CheckboxField, FormErrors, Notice, Panel
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_query, use_toast
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.layout import Waiting

USUAL = (-7, -3, 0, 3, 7, 14, 30, 60)
Reminders = Mapping[str, Any]


@component
def RemindersPart(settings: Settings, refetch: Refetch) -> VdomDict | Component:
    """The form, once the days are known."""
    data, _, error, again = use_query(load("recurring/read_payment_reminders"))
    if data is None:
        return Waiting("form", error, again)
    return RemindersForm(data["paymentReminders"], key="form")


@component
def RemindersForm(reminders: Reminders) -> VdomDict:
    """A box for each day; days that a program chose are among them."""
    known, toast = use_ref(reminders), use_toast()
    changed, set_changed = use_state(False)
    days = sorted({*USUAL, *known.current["days"]})
    form = use_form(values_of(known.current, days))
    update, updating = use_mutation(load("recurring/update_payment_reminders"))

    async def save(values: dict[str, Any]) -> None:
        chosen = [each for each in days if values[name_of(each)]]
        outcome = await update({"version": known.current["version"], "days": chosen})
        payload = outcome.payload or {}
        if payload.get("conflict") is not None:
            # Saving once more is said to keep what is chosen here.
            known.current = payload["conflict"]
            set_changed(True)
            return
        form.show_errors(outcome.errors)
        if outcome.ok:
            known.current = payload["reminders"]
            form.saved()
            set_changed(False)
            toast(t("Saved"), kind="success")

    def take_theirs() -> None:
        form.reset(values_of(known.current, days))
        set_changed(False)

    return Panel(
        t("Reminders"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            _conflict(take_theirs) if changed else None,
            html.fieldset(
                {"className": "billing-group", "key": "days"},
                html.legend({"className": "billing-legend"}, t("Remind of what is not paid")),
                *(
                    CheckboxField(form, name_of(each), label=words_of(each), key=name_of(each))
                    for each in days
                ),
            ),
            html.div(
                {"key": "acts"},
                Button(t("Save"), type="submit", variant="primary", busy=updating.loading),
            ),
            on_submit=save,
            label=t("Reminders"),
            id="billing-reminders",
            class_name="form settings-form billing-form",
            key="form",
        ),
        text=t(
            "Sent by itself in the morning, from the day you save this, with your letter for "
            "reminders; to clients whose address is on the invoice, until it is paid."
        ),
    )


def values_of(reminders: Reminders, days: Sequence[int]) -> dict[str, bool]:
    """Return which days are chosen, by the names of their boxes."""
    return {name_of(each): each in reminders["days"] for each in days}


def name_of(day: int) -> str:
    """Return the name of a day's box."""
    return f"before{-day}" if day < 0 else f"after{day}"


def words_of(day: int) -> str:
    """Return a day in words."""
    if day < 0:
        return tn("{count} day before it is due", "{count} days before it is due", -day)
    if day == 0:
        return t("On the day it is due")
    return tn("{count} day after it was due", "{count} days after it was due", day)


def _conflict(take_theirs: Callable[[], None]) -> VdomDict:
    return html.div(
        {"key": "conflict"},
        Notice(
            html.p(t("Somebody else changed this meanwhile. Save again to keep yours.")),
            kind="warning",
            action=Button(t("Show theirs"), small=True, on_click=take_theirs),
        ),
    )
