"""What resume_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ResumeRecurringInvoiceInput(TypedDict):
    id: str


class ResumeRecurringInvoiceVariables(TypedDict):
    input: ResumeRecurringInvoiceInput


class ResumeRecurringInvoiceResumeRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int


class ResumeRecurringInvoiceResumeRecurringInvoiceErrorsParameters(TypedDict):
    name: str
    value: str


class ResumeRecurringInvoiceResumeRecurringInvoiceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ResumeRecurringInvoiceResumeRecurringInvoiceErrorsParameters]


class ResumeRecurringInvoiceResumeRecurringInvoice(TypedDict):
    recurringInvoice: ResumeRecurringInvoiceResumeRecurringInvoiceRecurringInvoice | None
    errors: list[ResumeRecurringInvoiceResumeRecurringInvoiceErrors]


class ResumeRecurringInvoice(TypedDict):
    resumeRecurringInvoice: ResumeRecurringInvoiceResumeRecurringInvoice | None


resume_recurring_invoice: Operation[ResumeRecurringInvoice] = load("recurring/resume_recurring_invoice")
