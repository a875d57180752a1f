"""What pause_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class PauseRecurringInvoiceInput(TypedDict):
    id: str


class PauseRecurringInvoiceVariables(TypedDict):
    input: PauseRecurringInvoiceInput


class PauseRecurringInvoicePauseRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int


class PauseRecurringInvoicePauseRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class PauseRecurringInvoicePauseRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[PauseRecurringInvoicePauseRecurringInvoiceErrorsParameters]


class PauseRecurringInvoicePauseRecurringInvoice(TypedDict):
    recurringInvoice: PauseRecurringInvoicePauseRecurringInvoiceRecurringInvoice | None
    errors: list[PauseRecurringInvoicePauseRecurringInvoiceErrors]


class PauseRecurringInvoice(TypedDict):
    pauseRecurringInvoice: PauseRecurringInvoicePauseRecurringInvoice | None


pause_recurring_invoice: Operation[PauseRecurringInvoice] = load("recurring/pause_recurring_invoice")
