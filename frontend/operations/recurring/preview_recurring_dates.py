"""What preview_recurring_dates.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import RecurringScheduleInput


class PreviewRecurringDatesVariables(TypedDict):
    schedule: RecurringScheduleInput
    first: int


class PreviewRecurringDates(TypedDict):
    recurringDates: list[str]


preview_recurring_dates: Operation[PreviewRecurringDates] = load("recurring/preview_recurring_dates")
