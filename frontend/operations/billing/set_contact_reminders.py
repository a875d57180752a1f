"""What set_contact_reminders.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class SetContactRemindersInput(TypedDict):
    contactId: str
    reminds: bool


class SetContactRemindersVariables(TypedDict):
    input: SetContactRemindersInput


class SetContactRemindersSetContactRemindersErrorsParameters(TypedDict):
    name: str
    value: str


class SetContactRemindersSetContactRemindersErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SetContactRemindersSetContactRemindersErrorsParameters]


class SetContactRemindersSetContactReminders(TypedDict):
    reminds: bool | None
    errors: list[SetContactRemindersSetContactRemindersErrors]


class SetContactReminders(TypedDict):
    setContactReminders: SetContactRemindersSetContactReminders | None


set_contact_reminders: Operation[SetContactReminders] = load("billing/set_contact_reminders")
