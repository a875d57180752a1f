"""What cancel_payment_request.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class CancelPaymentRequestInput(TypedDict):
    messageId: str


class CancelPaymentRequestVariables(TypedDict):
    input: CancelPaymentRequestInput


class CancelPaymentRequestCancelPaymentRequestMessageSender(TypedDict):
    address: str
    name: str


class CancelPaymentRequestCancelPaymentRequestMessageRecipients(TypedDict):
    address: str
    name: str


class CancelPaymentRequestCancelPaymentRequestMessageFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class CancelPaymentRequestCancelPaymentRequestMessagePaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class CancelPaymentRequestCancelPaymentRequestMessagePaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: CancelPaymentRequestCancelPaymentRequestMessagePaymentRequestInvoiceBalance


class CancelPaymentRequestCancelPaymentRequestMessagePaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: CancelPaymentRequestCancelPaymentRequestMessagePaymentRequestInvoice | None
    isCancelled: bool


class CancelPaymentRequestCancelPaymentRequestMessage(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: CancelPaymentRequestCancelPaymentRequestMessageSender
    recipients: list[CancelPaymentRequestCancelPaymentRequestMessageRecipients]
    authorName: str
    html: str
    quotedHtml: str | None
    hasRemoteImages: bool
    isPartial: bool
    at: str
    isRead: bool
    attempts: int
    nextTryAt: str | None
    failure: str | None
    failureDetail: str | None
    bouncedAt: str | None
    files: list[CancelPaymentRequestCancelPaymentRequestMessageFiles]
    paymentRequest: CancelPaymentRequestCancelPaymentRequestMessagePaymentRequest | None


class CancelPaymentRequestCancelPaymentRequestErrorsParameters(TypedDict):
    name: str
    value: str


class CancelPaymentRequestCancelPaymentRequestErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CancelPaymentRequestCancelPaymentRequestErrorsParameters]


class CancelPaymentRequestCancelPaymentRequest(TypedDict):
    message: CancelPaymentRequestCancelPaymentRequestMessage | None
    errors: list[CancelPaymentRequestCancelPaymentRequestErrors]


class CancelPaymentRequest(TypedDict):
    cancelPaymentRequest: CancelPaymentRequestCancelPaymentRequest | None


cancel_payment_request: Operation[CancelPaymentRequest] = load("messages/cancel_payment_request")
