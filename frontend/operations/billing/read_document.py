"""What read_document.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from frontend.operations import Operation, load


class ReadDocumentVariables(TypedDict):
    id: str


class ReadDocumentViewer(TypedDict):
    cursor: str | None


class ReadDocumentBillingDocumentBuyer(TypedDict):
    name: str | None
    city: str | None


class ReadDocumentBillingDocumentTotal(TypedDict):
    minor: int
    currency: str


class ReadDocumentBillingDocumentPaid(TypedDict):
    minor: int


class ReadDocumentBillingDocumentCredited(TypedDict):
    minor: int


class ReadDocumentBillingDocumentBalance(TypedDict):
    minor: int
    currency: str


class ReadDocumentBillingDocumentPaymentsAmount(TypedDict):
    minor: int
    currency: str


class ReadDocumentBillingDocumentPayments(TypedDict):
    id: str
    amount: ReadDocumentBillingDocumentPaymentsAmount
    paidOn: str
    method: Literal["TRANSFER", "CARD", "CASH", "CHECK", "DIRECT_DEBIT", "OTHER"]
    reference: str | None
    createdBy: str


class ReadDocumentBillingDocumentSourceTotal(TypedDict):
    minor: int
    currency: str


class ReadDocumentBillingDocumentSourceCredited(TypedDict):
    minor: int


class ReadDocumentBillingDocumentSource(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    isOverdue: bool
    number: str | None
    title: str | None
    total: ReadDocumentBillingDocumentSourceTotal
    credited: ReadDocumentBillingDocumentSourceCredited


class ReadDocumentBillingDocumentDerivedTotal(TypedDict):
    minor: int
    currency: str


class ReadDocumentBillingDocumentDerivedCredited(TypedDict):
    minor: int


class ReadDocumentBillingDocumentDerived(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    isOverdue: bool
    number: str | None
    title: str | None
    total: ReadDocumentBillingDocumentDerivedTotal
    credited: ReadDocumentBillingDocumentDerivedCredited


class ReadDocumentBillingDocument(TypedDict):
    id: str
    version: int
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    isOverdue: bool
    number: str | None
    title: str | None
    contactId: str | None
    buyer: ReadDocumentBillingDocumentBuyer
    issueDate: str | None
    dueDate: str | None
    currency: str
    total: ReadDocumentBillingDocumentTotal
    paid: ReadDocumentBillingDocumentPaid
    credited: ReadDocumentBillingDocumentCredited
    balance: ReadDocumentBillingDocumentBalance
    pdfUrl: str
    keptUntil: str | None
    purgedAt: str | None
    payments: list[ReadDocumentBillingDocumentPayments]
    source: ReadDocumentBillingDocumentSource | None
    derived: list[ReadDocumentBillingDocumentDerived]


class ReadDocumentBillingDocumentHistoryEdgesNodeActor(TypedDict):
    kind: str
    name: str


class ReadDocumentBillingDocumentHistoryEdgesNode(TypedDict):
    cursor: str
    at: str
    kind: str
    actor: ReadDocumentBillingDocumentHistoryEdgesNodeActor
    payload: Any


class ReadDocumentBillingDocumentHistoryEdges(TypedDict):
    node: ReadDocumentBillingDocumentHistoryEdgesNode


class ReadDocumentBillingDocumentHistory(TypedDict):
    edges: list[ReadDocumentBillingDocumentHistoryEdges]


class ReadDocument(TypedDict):
    viewer: ReadDocumentViewer | None
    billingDocument: ReadDocumentBillingDocument | None
    billingDocumentHistory: ReadDocumentBillingDocumentHistory


read_document: Operation[ReadDocument] = load("billing/read_document")
