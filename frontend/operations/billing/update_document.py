"""What update_document.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DocumentContentInput


class UpdateBillingDocumentInput(TypedDict):
    id: str
    version: int
    content: DocumentContentInput


class UpdateDocumentVariables(TypedDict):
    input: UpdateBillingDocumentInput


class UpdateDocumentUpdateBillingDocumentDocumentDelivery(TypedDict):
    name: str | None
    street: str | None
    extended: str | None
    postalCode: str | None
    city: str | None
    region: str | None
    country: str | None


class UpdateDocumentUpdateBillingDocumentDocumentBuyer(TypedDict):
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


class UpdateDocumentUpdateBillingDocumentDocumentHeaderFields(TypedDict):
    label: str
    value: str


class UpdateDocumentUpdateBillingDocumentDocumentLinesUnitPrice(TypedDict):
    minor: int


class UpdateDocumentUpdateBillingDocumentDocumentLines(TypedDict):
    key: str | None
    kind: Literal["ITEM", "HEADING", "TEXT"]
    name: str | None
    description: str | None
    quantity: str
    unit: str | None
    unitPrice: UpdateDocumentUpdateBillingDocumentDocumentLinesUnitPrice
    discountPercent: str
    taxId: str | None
    productId: str | None


class UpdateDocumentUpdateBillingDocumentDocument(TypedDict):
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
    delivery: UpdateDocumentUpdateBillingDocumentDocumentDelivery | None
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    buyer: UpdateDocumentUpdateBillingDocumentDocumentBuyer
    headerFields: list[UpdateDocumentUpdateBillingDocumentDocumentHeaderFields]
    lines: list[UpdateDocumentUpdateBillingDocumentDocumentLines]
    discountPercent: str
    notes: str | None
    legalTerms: str | None
    pdfUrl: str


class UpdateDocumentUpdateBillingDocumentConflictDelivery(TypedDict):
    name: str | None
    street: str | None
    extended: str | None
    postalCode: str | None
    city: str | None
    region: str | None
    country: str | None


class UpdateDocumentUpdateBillingDocumentConflictBuyer(TypedDict):
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


class UpdateDocumentUpdateBillingDocumentConflictHeaderFields(TypedDict):
    label: str
    value: str


class UpdateDocumentUpdateBillingDocumentConflictLinesUnitPrice(TypedDict):
    minor: int


class UpdateDocumentUpdateBillingDocumentConflictLines(TypedDict):
    key: str | None
    kind: Literal["ITEM", "HEADING", "TEXT"]
    name: str | None
    description: str | None
    quantity: str
    unit: str | None
    unitPrice: UpdateDocumentUpdateBillingDocumentConflictLinesUnitPrice
    discountPercent: str
    taxId: str | None
    productId: str | None


class UpdateDocumentUpdateBillingDocumentConflict(TypedDict):
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
    delivery: UpdateDocumentUpdateBillingDocumentConflictDelivery | None
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    buyer: UpdateDocumentUpdateBillingDocumentConflictBuyer
    headerFields: list[UpdateDocumentUpdateBillingDocumentConflictHeaderFields]
    lines: list[UpdateDocumentUpdateBillingDocumentConflictLines]
    discountPercent: str
    notes: str | None
    legalTerms: str | None
    pdfUrl: str


class UpdateDocumentUpdateBillingDocumentErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateDocumentUpdateBillingDocumentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateDocumentUpdateBillingDocumentErrorsParameters]


class UpdateDocumentUpdateBillingDocument(TypedDict):
    document: UpdateDocumentUpdateBillingDocumentDocument | None
    conflict: UpdateDocumentUpdateBillingDocumentConflict | None
    errors: list[UpdateDocumentUpdateBillingDocumentErrors]


class UpdateDocument(TypedDict):
    updateBillingDocument: UpdateDocumentUpdateBillingDocument | None


update_document: Operation[UpdateDocument] = load("billing/update_document")
