"""When a campaign is to begin, in the account's time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reactpy.types import Component

from frontend.components import TextField
from frontend.hooks.form import Form
from frontend.locale import current_time_zone, t

TIME = "at"


def TimeField(form: Form) -> Component:
    """Draw the field for a day and a time."""
    return TextField(
        form,
        TIME,
        label=t("Day and time"),
        type="datetime-local",
        hint=t("In the time of {zone}.", zone=str(current_time_zone())),
        key=TIME,
    )


def instant_of(form: Form) -> str | None:
    """Return what stands in the field as an instant; None, and said beside it, when it is none."""
    typed: Any = form.values[TIME]
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=current_time_zone()).isoformat()
    except ValueError:
        form.errors.set({TIME: (t("Choose a day and a time."),)})
        return None


def typed_time(instant: str) -> str:
    """Return an instant as the field holds it."""
    at = datetime.fromisoformat(instant)
    return at.astimezone(current_time_zone()).strftime("%Y-%m-%dT%H:%M")
