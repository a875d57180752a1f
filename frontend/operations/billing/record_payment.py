"""What record_payment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class RecordPaymentInput(TypedDict):
    invoiceId: str
    amountMinor: int
    paidOn: NotRequired[str | None]
    method: Literal["TRANSFER", "CARD", "CASH", "CHECK", "DIRECT_DEBIT", "OTHER"]
    reference: NotRequired[str | None]
    idempotencyKey: NotRequired[str | None]


class RecordPaymentVariables(TypedDict):
    input: RecordPaymentInput


class RecordPaymentRecordPaymentDocumentPaymentsAmount(TypedDict):
    minor: int


class RecordPaymentRecordPaymentDocumentPayments(TypedDict):
    id: str
    amount: RecordPaymentRecordPaymentDocumentPaymentsAmount


class RecordPaymentRecordPaymentDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    version: int
    payments: list[RecordPaymentRecordPaymentDocumentPayments]


class RecordPaymentRecordPaymentErrorsParameters(TypedDict):
    name: str
    value: str


class RecordPaymentRecordPaymentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RecordPaymentRecordPaymentErrorsParameters]


class RecordPaymentRecordPayment(TypedDict):
    document: RecordPaymentRecordPaymentDocument | None
    errors: list[RecordPaymentRecordPaymentErrors]


class RecordPayment(TypedDict):
    recordPayment: RecordPaymentRecordPayment | None


record_payment: Operation[RecordPayment] = load("billing/record_payment")
