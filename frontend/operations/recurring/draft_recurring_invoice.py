"""What draft_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DraftRecurringInvoiceInput(TypedDict):
    id: str


class DraftRecurringInvoiceVariables(TypedDict):
    input: DraftRecurringInvoiceInput


class DraftRecurringInvoiceDraftRecurringInvoiceDocument(TypedDict):
    id: str


class DraftRecurringInvoiceDraftRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class DraftRecurringInvoiceDraftRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DraftRecurringInvoiceDraftRecurringInvoiceErrorsParameters]


class DraftRecurringInvoiceDraftRecurringInvoice(TypedDict):
    document: DraftRecurringInvoiceDraftRecurringInvoiceDocument | None
    errors: list[DraftRecurringInvoiceDraftRecurringInvoiceErrors]


class DraftRecurringInvoice(TypedDict):
    draftRecurringInvoice: DraftRecurringInvoiceDraftRecurringInvoice | None


draft_recurring_invoice: Operation[DraftRecurringInvoice] = load("recurring/draft_recurring_invoice")
