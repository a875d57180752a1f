"""What create_document.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DocumentContentInput


class CreateBillingDocumentInput(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    content: NotRequired[DocumentContentInput | None]
    idempotencyKey: NotRequired[str | None]


class CreateDocumentVariables(TypedDict):
    input: CreateBillingDocumentInput


class CreateDocumentCreateBillingDocumentDocumentDelivery(TypedDict):
    name: str | None
    street: str | None
    extended: str | None
    postalCode: str | None
    city: str | None
    region: str | None
    country: str | None


class CreateDocumentCreateBillingDocumentDocumentBuyer(TypedDict):
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


class CreateDocumentCreateBillingDocumentDocumentHeaderFields(TypedDict):
    label: str
    value: str


class CreateDocumentCreateBillingDocumentDocumentLinesUnitPrice(TypedDict):
    minor: int


class CreateDocumentCreateBillingDocumentDocumentLines(TypedDict):
    key: str | None
    kind: Literal["ITEM", "HEADING", "TEXT"]
    name: str | None
    description: str | None
    quantity: str
    unit: str | None
    unitPrice: CreateDocumentCreateBillingDocumentDocumentLinesUnitPrice
    discountPercent: str
    taxId: str | None
    productId: str | None


class CreateDocumentCreateBillingDocumentDocument(TypedDict):
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
    delivery: CreateDocumentCreateBillingDocumentDocumentDelivery | None
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    buyer: CreateDocumentCreateBillingDocumentDocumentBuyer
    headerFields: list[CreateDocumentCreateBillingDocumentDocumentHeaderFields]
    lines: list[CreateDocumentCreateBillingDocumentDocumentLines]
    discountPercent: str
    notes: str | None
    legalTerms: str | None
    pdfUrl: str


class CreateDocumentCreateBillingDocumentErrorsParameters(TypedDict):
    name: str
    value: str


class CreateDocumentCreateBillingDocumentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateDocumentCreateBillingDocumentErrorsParameters]


class CreateDocumentCreateBillingDocument(TypedDict):
    document: CreateDocumentCreateBillingDocumentDocument | None
    errors: list[CreateDocumentCreateBillingDocumentErrors]


class CreateDocument(TypedDict):
    createBillingDocument: CreateDocumentCreateBillingDocument | None


create_document: Operation[CreateDocument] = load("billing/create_document")
