"""What update_recurring_invoice.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class BuyerInput(TypedDict):
    name: NotRequired[str | None]
    street: NotRequired[str | None]
    extended: NotRequired[str | None]
    postalCode: NotRequired[str | None]
    city: NotRequired[str | None]
    region: NotRequired[str | None]
    country: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    registrationNumber: NotRequired[str | None]
    vatNumber: NotRequired[str | None]
    fiscalCode: NotRequired[str | None]
    electronicAddress: NotRequired[str | None]


class DocumentHeaderFieldInput(TypedDict):
    label: str
    value: str


class DocumentLineInput(TypedDict):
    kind: Literal["ITEM", "HEADING", "TEXT"]
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    quantity: str
    unit: NotRequired[str | None]
    unitPriceMinor: int
    discountPercent: str
    taxId: NotRequired[str | None]
    productId: NotRequired[str | None]


class DocumentContentInput(TypedDict):
    contactId: NotRequired[str | None]
    buyer: NotRequired[BuyerInput | None]
    currency: NotRequired[str | None]
    locale: NotRequired[str | None]
    title: NotRequired[str | None]
    issueDate: NotRequired[str | None]
    dueDate: NotRequired[str | None]
    deliveredFrom: NotRequired[str | None]
    deliveredUntil: NotRequired[str | None]
    supply: NotRequired[Literal["GOODS", "SERVICES", "MIXED"] | None]
    paymentDays: NotRequired[int | None]
    headerFields: NotRequired[list[DocumentHeaderFieldInput] | None]
    lines: NotRequired[list[DocumentLineInput] | None]
    discountPercent: NotRequired[str | None]
    notes: NotRequired[str | None]
    legalTerms: NotRequired[str | None]


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
