"""What invoice_quote.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class InvoiceQuoteInput(TypedDict):
    id: str
    version: int


class InvoiceQuoteVariables(TypedDict):
    input: InvoiceQuoteInput


class InvoiceQuoteInvoiceQuoteDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    version: int


class InvoiceQuoteInvoiceQuoteErrorsParameters(TypedDict):
    name: str
    value: str


class InvoiceQuoteInvoiceQuoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[InvoiceQuoteInvoiceQuoteErrorsParameters]


class InvoiceQuoteInvoiceQuote(TypedDict):
    document: InvoiceQuoteInvoiceQuoteDocument | None
    errors: list[InvoiceQuoteInvoiceQuoteErrors]


class InvoiceQuote(TypedDict):
    invoiceQuote: InvoiceQuoteInvoiceQuote | None


invoice_quote: Operation[InvoiceQuote] = load("billing/invoice_quote")
