"""What update_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DocumentContentInput


class UpdateRecurringInvoiceInput(TypedDict):
    id: str
    version: int
    frequency: NotRequired[Literal["WEEKLY", "MONTHLY", "YEARLY"] | None]
    every: NotRequired[int | None]
    startDate: NotRequired[str | None]
    endsOn: NotRequired[str | None]
    times: NotRequired[int | None]
    mode: NotRequired[Literal["REVIEW", "ISSUE", "SEND"] | None]
    content: NotRequired[DocumentContentInput | None]
    documentId: NotRequired[str | None]


class UpdateRecurringInvoiceVariables(TypedDict):
    input: UpdateRecurringInvoiceInput


class UpdateRecurringInvoiceUpdateRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int


class UpdateRecurringInvoiceUpdateRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateRecurringInvoiceUpdateRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateRecurringInvoiceUpdateRecurringInvoiceErrorsParameters]


class UpdateRecurringInvoiceUpdateRecurringInvoice(TypedDict):
    recurringInvoice: UpdateRecurringInvoiceUpdateRecurringInvoiceRecurringInvoice | None
    errors: list[UpdateRecurringInvoiceUpdateRecurringInvoiceErrors]


class UpdateRecurringInvoice(TypedDict):
    updateRecurringInvoice: UpdateRecurringInvoiceUpdateRecurringInvoice | None


update_recurring_invoice: Operation[UpdateRecurringInvoice] = load("recurring/update_recurring_invoice")
