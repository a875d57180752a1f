"""What read_payment_reminders.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadPaymentRemindersVariables(TypedDict):
    pass


class ReadPaymentRemindersPaymentReminders(TypedDict):
    days: list[int]
    version: int


class ReadPaymentReminders(TypedDict):
    paymentReminders: ReadPaymentRemindersPaymentReminders


read_payment_reminders: Operation[ReadPaymentReminders] = load("recurring/read_payment_reminders")
