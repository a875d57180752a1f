"""What read_contact_reminders.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadContactRemindersVariables(TypedDict):
    contactId: str


class ReadContactRemindersPaymentReminders(TypedDict):
    days: list[int]


class ReadContactReminders(TypedDict):
    contactReminders: bool
    paymentReminders: ReadContactRemindersPaymentReminders


read_contact_reminders: Operation[ReadContactReminders] = load("billing/read_contact_reminders")
