"""What read_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadDraftVariables(TypedDict):
    id: str


class ReadDraftViewer(TypedDict):
    cursor: str | None


class ReadDraftBillingDocumentDelivery(TypedDict):
    name: str | None
    street: str | None
    extended: str | None
    postalCode: str | None
    city: str | None
    region: str | None
    country: str | None


class ReadDraftBillingDocumentBuyer(TypedDict):
    name: str | None
    street: str | None
    extended: str | None
    postalCode: str | None
    city: str | None
    region: str | None
    country: str | None
    email: str | None
    phone: str | None
    registrationNumber: str | None
    vatNumber: str | None
    fiscalCode: str | None
    electronicAddress: str | None


class ReadDraftBillingDocumentHeaderFields(TypedDict):
    label: str
    value: str


class ReadDraftBillingDocumentLinesUnitPrice(TypedDict):
    minor: int


class ReadDraftBillingDocumentLines(TypedDict):
    key: str | None
    kind: Literal["ITEM", "HEADING", "TEXT"]
    name: str | None
    description: str | None
    quantity: str
    unit: str | None
    unitPrice: ReadDraftBillingDocumentLinesUnitPrice
    discountPercent: str
    taxId: str | None
    productId: str | None


class ReadDraftBillingDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    number: str | None
    version: int
    updatedAt: str
    updatedBy: str
    contactId: str | None
    currency: str
    locale: str
    title: str | None
    issueDate: str | None
    dueDate: str | None
    paymentDays: int
    deliveredFrom: str | None
    deliveredUntil: str | None
    delivery: ReadDraftBillingDocumentDelivery | None
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    buyer: ReadDraftBillingDocumentBuyer
    headerFields: list[ReadDraftBillingDocumentHeaderFields]
    lines: list[ReadDraftBillingDocumentLines]
    discountPercent: str
    notes: str | None
    legalTerms: str | None
    pdfUrl: str


class ReadDraft(TypedDict):
    viewer: ReadDraftViewer | None
    billingDocument: ReadDraftBillingDocument | None


read_draft: Operation[ReadDraft] = load("billing/read_draft")
