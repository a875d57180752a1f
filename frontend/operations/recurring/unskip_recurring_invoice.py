"""What unskip_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UnskipRecurringInvoiceInput(TypedDict):
    id: str
    day: str


class UnskipRecurringInvoiceVariables(TypedDict):
    input: UnskipRecurringInvoiceInput


class UnskipRecurringInvoiceUnskipRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int


class UnskipRecurringInvoiceUnskipRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class UnskipRecurringInvoiceUnskipRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UnskipRecurringInvoiceUnskipRecurringInvoiceErrorsParameters]


class UnskipRecurringInvoiceUnskipRecurringInvoice(TypedDict):
    recurringInvoice: UnskipRecurringInvoiceUnskipRecurringInvoiceRecurringInvoice | None
    errors: list[UnskipRecurringInvoiceUnskipRecurringInvoiceErrors]


class UnskipRecurringInvoice(TypedDict):
    unskipRecurringInvoice: UnskipRecurringInvoiceUnskipRecurringInvoice | None


unskip_recurring_invoice: Operation[UnskipRecurringInvoice] = load("recurring/unskip_recurring_invoice")
