"""What read_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadRecurringInvoiceVariables(TypedDict):
    id: str


class ReadRecurringInvoiceRecurringInvoiceBuyer(TypedDict):
    name: str | None


class ReadRecurringInvoiceRecurringInvoiceTotal(TypedDict):
    minor: int
    currency: str


class ReadRecurringInvoiceRecurringInvoiceLinesUnitPrice(TypedDict):
    minor: int
    currency: str


class ReadRecurringInvoiceRecurringInvoiceLinesTotal(TypedDict):
    minor: int
    currency: str


class ReadRecurringInvoiceRecurringInvoiceLines(TypedDict):
    kind: Literal["ITEM", "HEADING", "TEXT"]
    name: str | None
    description: str | None
    quantity: str
    unit: str | None
    unitPrice: ReadRecurringInvoiceRecurringInvoiceLinesUnitPrice
    total: ReadRecurringInvoiceRecurringInvoiceLinesTotal


class ReadRecurringInvoiceRecurringInvoiceTotalsNet(TypedDict):
    minor: int
    currency: str


class ReadRecurringInvoiceRecurringInvoiceTotalsTax(TypedDict):
    minor: int
    currency: str


class ReadRecurringInvoiceRecurringInvoiceTotalsTotal(TypedDict):
    minor: int
    currency: str


class ReadRecurringInvoiceRecurringInvoiceTotals(TypedDict):
    net: ReadRecurringInvoiceRecurringInvoiceTotalsNet
    tax: ReadRecurringInvoiceRecurringInvoiceTotalsTax
    total: ReadRecurringInvoiceRecurringInvoiceTotalsTotal


class ReadRecurringInvoiceRecurringInvoiceHistoryDocumentTotal(TypedDict):
    minor: int
    currency: str


class ReadRecurringInvoiceRecurringInvoiceHistoryDocument(TypedDict):
    id: str
    number: str | None
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    total: ReadRecurringInvoiceRecurringInvoiceHistoryDocumentTotal


class ReadRecurringInvoiceRecurringInvoiceHistory(TypedDict):
    day: str
    outcome: Literal["DRAFTED", "ISSUED", "HELD", "SKIPPED"]
    problem: str | None
    document: ReadRecurringInvoiceRecurringInvoiceHistoryDocument | None


class ReadRecurringInvoiceRecurringInvoiceDraft(TypedDict):
    id: str


class ReadRecurringInvoiceRecurringInvoice(TypedDict):
    id: str
    version: int
    contactId: str | None
    frequency: Literal["WEEKLY", "MONTHLY", "YEARLY"]
    every: int
    startDate: str
    endsOn: str | None
    times: int | None
    made: int
    mode: Literal["REVIEW", "ISSUE", "SEND"]
    nextDate: str | None
    isPaused: bool
    isEnded: bool
    title: str | None
    buyer: ReadRecurringInvoiceRecurringInvoiceBuyer
    total: ReadRecurringInvoiceRecurringInvoiceTotal
    nextDates: list[str]
    skippedDates: list[str]
    paymentDays: int
    lines: list[ReadRecurringInvoiceRecurringInvoiceLines]
    totals: ReadRecurringInvoiceRecurringInvoiceTotals
    history: list[ReadRecurringInvoiceRecurringInvoiceHistory]
    draft: ReadRecurringInvoiceRecurringInvoiceDraft | None


class ReadRecurringInvoice(TypedDict):
    recurringInvoice: ReadRecurringInvoiceRecurringInvoice | None


read_recurring_invoice: Operation[ReadRecurringInvoice] = load("recurring/read_recurring_invoice")
