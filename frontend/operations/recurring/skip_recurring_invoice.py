"""What skip_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class SkipRecurringInvoiceInput(TypedDict):
    id: str
    day: str


class SkipRecurringInvoiceVariables(TypedDict):
    input: SkipRecurringInvoiceInput


class SkipRecurringInvoiceSkipRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int


class SkipRecurringInvoiceSkipRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class SkipRecurringInvoiceSkipRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SkipRecurringInvoiceSkipRecurringInvoiceErrorsParameters]


class SkipRecurringInvoiceSkipRecurringInvoice(TypedDict):
    recurringInvoice: SkipRecurringInvoiceSkipRecurringInvoiceRecurringInvoice | None
    errors: list[SkipRecurringInvoiceSkipRecurringInvoiceErrors]


class SkipRecurringInvoice(TypedDict):
    skipRecurringInvoice: SkipRecurringInvoiceSkipRecurringInvoice | None


skip_recurring_invoice: Operation[SkipRecurringInvoice] = load("recurring/skip_recurring_invoice")
