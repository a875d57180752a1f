"""What delete_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteRecurringInvoiceInput(TypedDict):
    id: str


class DeleteRecurringInvoiceVariables(TypedDict):
    input: DeleteRecurringInvoiceInput


class DeleteRecurringInvoiceDeleteRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteRecurringInvoiceDeleteRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteRecurringInvoiceDeleteRecurringInvoiceErrorsParameters]


class DeleteRecurringInvoiceDeleteRecurringInvoice(TypedDict):
    deletedId: str | None
    errors: list[DeleteRecurringInvoiceDeleteRecurringInvoiceErrors]


class DeleteRecurringInvoice(TypedDict):
    deleteRecurringInvoice: DeleteRecurringInvoiceDeleteRecurringInvoice | None


delete_recurring_invoice: Operation[DeleteRecurringInvoice] = load("recurring/delete_recurring_invoice")
