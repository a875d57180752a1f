"""The form of a schedule, and the days that it comes to."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed, UserError
from frontend.components import Option, SelectField, TextField
from frontend.hooks import Form, use_store, use_task
from frontend.locale import format_date, t, tn
from frontend.locale.formats import local_day
from frontend.operations import load
from frontend.pages.billing_parts.amounts import read_whole
from frontend.pages.recurring.words import Recurring, mode_options
from frontend.session import current_session
from frontend.store import Store

PRESETS = ("3", "6", "12", "24")
SHOWN = 6
PAUSE_SECONDS = 0.15
NO_DAYS: Sequence[str] = ()


def first_values(start: str) -> dict[str, Any]:
    """Return what a new schedule begins with."""
    return {
        "frequency": "MONTHLY",
        "every": "1",
        "startDate": start,
        "ends": "NEVER",
        "times": "10",
        "endsOn": "",
        "mode": "REVIEW",
    }


def values_of(recurring: Recurring) -> dict[str, Any]:
    """Return the schedule of a recurring invoice as its form shows it."""
    times = "" if recurring["times"] is None else str(recurring["times"])
    ends = "DATE" if recurring["endsOn"] else "NEVER"
    if times:
        ends = times if times in PRESETS else "TIMES"
    return {
        "frequency": recurring["frequency"],
        "every": str(recurring["every"]),
        "startDate": recurring["startDate"],
        "ends": ends,
        "times": times or "10",
        "endsOn": recurring["endsOn"] or "",
        "mode": recurring["mode"],
    }


def schedule_of(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[UserError]]:
    """Return a schedule as the API takes it, and what in the form cannot be one."""
    refused: list[UserError] = []
    every, wrong = read_whole(values["every"], ("every",))
    refused += wrong
    ends = values["ends"]
    times: int | None = None
    if ends in PRESETS:
        times = int(ends)
    elif ends == "TIMES":
        times, wrong = read_whole(values["times"], ("times",))
        refused += wrong
    needed = ("startDate", "endsOn") if ends == "DATE" else ("startDate",)
    refused += [
        UserError(code="REQUIRED", path=[name], parameters=[])
        for name in needed
        if not values[name]
    ]
    return {
        "frequency": values["frequency"],
        "every": every,
        "startDate": values["startDate"],
        "endsOn": values["endsOn"] if ends == "DATE" else None,
        "times": times,
    }, refused


@component
def ScheduleFields(form: Form, changed: Store[int], *, earliest: str) -> VdomDict:
    """The fields; `changed` grows with every change of the form."""
    ends: str = use_store(changed, lambda _: form.get("ends"))
    has_begun = earliest < local_day(datetime.now(UTC)).isoformat()
    return html.div(
        {"className": "recurring-fields"},
        html.div(
            {"className": "recurring-often", "key": "often"},
            TextField(
                form,
                "every",
                label=t("Every"),
                type="number",
                attributes={"min": 1, "max": 99, "inputMode": "numeric"},
                key="every",
            ),
            SelectField(
                form,
                "frequency",
                [
                    Option("WEEKLY", t("weeks")),
                    Option("MONTHLY", t("months")),
                    Option("YEARLY", t("years")),
                ],
                label=t("Period"),
                key="frequency",
            ),
        ),
        TextField(
            form,
            "startDate",
            label=t("First on"),
            type="date",
            required=True,
            hint=t("It has begun. If you change the first day, today is the earliest.")
            if has_begun
            else None,
            attributes={"min": earliest},
            key="start",
        ),
        SelectField(form, "ends", _ends(), label=t("Ends"), key="ends"),
        _end(form, ends),
        SelectField(form, "mode", mode_options(), label=t("On its day"), key="mode"),
    )


def _ends() -> list[Option]:
    return [
        Option("NEVER", t("Never")),
        *(
            Option(times, tn("After {count} invoice", "After {count} invoices", int(times)))
            for times in PRESETS
        ),
        Option("TIMES", t("After another number")),
        Option("DATE", t("On a day")),
    ]


def _end(form: Form, ends: str) -> VdomDict | Component | None:
    if ends == "TIMES":
        return TextField(
            form,
            "times",
            label=t("Number of invoices"),
            type="number",
            attributes={"min": 1, "max": 999, "inputMode": "numeric"},
            key="times",
        )
    if ends == "DATE":
        return TextField(
            form, "endsOn", label=t("Last day"), type="date", required=True, key="endsOn"
        )
    return None


@component
def Preview(form: Form, changed: Store[int]) -> VdomDict:
    """The next days of what the form says, a moment after it was changed."""
    session, turn = current_session(), use_store(changed)
    days, set_days = use_state(NO_DAYS)
    today = local_day(datetime.now(UTC)).isoformat()
    is_past = "" < form.get("startDate") < today

    async def read() -> None:
        await asyncio.sleep(PAUSE_SECONDS if turn else 0)
        schedule, refused = schedule_of(form.values)
        if refused:
            set_days(NO_DAYS)
            return
        try:
            data = await session.client.run(
                load("recurring/preview_recurring_dates"), {"schedule": schedule, "first": SHOWN}
            )
        except OperationFailed:
            set_days(NO_DAYS)  # the field says why once the form is sent
            return
        set_days(data["recurringDates"])

    use_task(read, [turn])
    return html.div(
        {"className": "recurring-preview", "aria-live": "polite"},
        html.h3({"className": "recurring-preview-title"}, t("Next invoices")),
        html.p(
            {"className": "recurring-past"},
            t(
                "The first day is over, and nothing is made for days that are over. Choose a "
                "later one."
            ),
        )
        if is_past
        else None,
        html.ol(*(html.li({"key": day}, format_date(day, "full")) for day in days))
        if days
        else html.p({"className": "recurring-faint"}, t("No day comes of this.")),
    )
