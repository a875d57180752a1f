"""What create_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import RecurringScheduleInput


class CreateRecurringInvoiceInput(TypedDict):
    documentId: str
    schedule: RecurringScheduleInput
    mode: Literal["REVIEW", "ISSUE", "SEND"]
    idempotencyKey: NotRequired[str | None]


class CreateRecurringInvoiceVariables(TypedDict):
    input: CreateRecurringInvoiceInput


class CreateRecurringInvoiceCreateRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int


class CreateRecurringInvoiceCreateRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class CreateRecurringInvoiceCreateRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateRecurringInvoiceCreateRecurringInvoiceErrorsParameters]


class CreateRecurringInvoiceCreateRecurringInvoice(TypedDict):
    recurringInvoice: CreateRecurringInvoiceCreateRecurringInvoiceRecurringInvoice | None
    errors: list[CreateRecurringInvoiceCreateRecurringInvoiceErrors]


class CreateRecurringInvoice(TypedDict):
    createRecurringInvoice: CreateRecurringInvoiceCreateRecurringInvoice | None


create_recurring_invoice: Operation[CreateRecurringInvoice] = load("recurring/create_recurring_invoice")
