"""What list_open_invoices.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListOpenInvoicesVariables(TypedDict):
    id: str
    first: int


class ListOpenInvoicesBillingDocumentsEdgesNodeBalance(TypedDict):
    minor: int
    currency: str


class ListOpenInvoicesBillingDocumentsEdgesNode(TypedDict):
    id: str
    number: str | None
    title: str | None
    dueDate: str | None
    isOverdue: bool
    balance: ListOpenInvoicesBillingDocumentsEdgesNodeBalance


class ListOpenInvoicesBillingDocumentsEdges(TypedDict):
    node: ListOpenInvoicesBillingDocumentsEdgesNode


class ListOpenInvoicesBillingDocuments(TypedDict):
    edges: list[ListOpenInvoicesBillingDocumentsEdges]


class ListOpenInvoices(TypedDict):
    billingDocuments: ListOpenInvoicesBillingDocuments


list_open_invoices: Operation[ListOpenInvoices] = load("messages/list_open_invoices")
