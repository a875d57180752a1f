"""What restore_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreRecurringInvoiceInput(TypedDict):
    id: str


class RestoreRecurringInvoiceVariables(TypedDict):
    input: RestoreRecurringInvoiceInput


class RestoreRecurringInvoiceRestoreRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int


class RestoreRecurringInvoiceRestoreRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreRecurringInvoiceRestoreRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreRecurringInvoiceRestoreRecurringInvoiceErrorsParameters]


class RestoreRecurringInvoiceRestoreRecurringInvoice(TypedDict):
    recurringInvoice: RestoreRecurringInvoiceRestoreRecurringInvoiceRecurringInvoice | None
    errors: list[RestoreRecurringInvoiceRestoreRecurringInvoiceErrors]


class RestoreRecurringInvoice(TypedDict):
    restoreRecurringInvoice: RestoreRecurringInvoiceRestoreRecurringInvoice | None


restore_recurring_invoice: Operation[RestoreRecurringInvoice] = load("recurring/restore_recurring_invoice")
