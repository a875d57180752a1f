"""What sum_invoices.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class SumInvoicesVariables(TypedDict):
    contactId: NotRequired[str | None]
    months: bool


class SumInvoicesInvoiceSumsOutstanding(TypedDict):
    minor: int


class SumInvoicesInvoiceSumsOverdue(TypedDict):
    minor: int


class SumInvoicesInvoiceSumsPaidThisMonth(TypedDict):
    minor: int


class SumInvoicesInvoiceSumsPaidThisYear(TypedDict):
    minor: int


class SumInvoicesInvoiceSums(TypedDict):
    currency: str
    openCount: int
    outstanding: SumInvoicesInvoiceSumsOutstanding
    overdueCount: int
    overdue: SumInvoicesInvoiceSumsOverdue
    paidThisMonth: SumInvoicesInvoiceSumsPaidThisMonth
    paidThisYear: SumInvoicesInvoiceSumsPaidThisYear


class SumInvoicesBillingMonthsInvoiced(TypedDict):
    minor: int


class SumInvoicesBillingMonthsPaid(TypedDict):
    minor: int


class SumInvoicesBillingMonths(TypedDict):
    month: str
    currency: str
    invoiced: SumInvoicesBillingMonthsInvoiced
    paid: SumInvoicesBillingMonthsPaid


class SumInvoices(TypedDict):
    invoiceSums: list[SumInvoicesInvoiceSums]
    billingMonths: NotRequired[list[SumInvoicesBillingMonths]]


sum_invoices: Operation[SumInvoices] = load("billing/sum_invoices")
