"""What update_payment_reminders.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UpdatePaymentRemindersInput(TypedDict):
    version: int
    days: list[int]


class UpdatePaymentRemindersVariables(TypedDict):
    input: UpdatePaymentRemindersInput


class UpdatePaymentRemindersUpdatePaymentRemindersReminders(TypedDict):
    days: list[int]
    version: int


class UpdatePaymentRemindersUpdatePaymentRemindersConflict(TypedDict):
    days: list[int]
    version: int


class UpdatePaymentRemindersUpdatePaymentRemindersErrorsParameters(TypedDict):
    name: str
    value: str


class UpdatePaymentRemindersUpdatePaymentRemindersErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdatePaymentRemindersUpdatePaymentRemindersErrorsParameters]


class UpdatePaymentRemindersUpdatePaymentReminders(TypedDict):
    reminders: UpdatePaymentRemindersUpdatePaymentRemindersReminders | None
    conflict: UpdatePaymentRemindersUpdatePaymentRemindersConflict | None
    errors: list[UpdatePaymentRemindersUpdatePaymentRemindersErrors]


class UpdatePaymentReminders(TypedDict):
    updatePaymentReminders: UpdatePaymentRemindersUpdatePaymentReminders | None


update_payment_reminders: Operation[UpdatePaymentReminders] = load("recurring/update_payment_reminders")
