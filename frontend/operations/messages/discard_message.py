"""What discard_message.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class DiscardMessageInput(TypedDict):
    id: str


class DiscardMessageVariables(TypedDict):
    input: DiscardMessageInput


class DiscardMessageDiscardMessageMessageSender(TypedDict):
    address: str
    name: str


class DiscardMessageDiscardMessageMessageRecipients(TypedDict):
    address: str
    name: str


class DiscardMessageDiscardMessageMessageFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class DiscardMessageDiscardMessageMessagePaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class DiscardMessageDiscardMessageMessagePaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: DiscardMessageDiscardMessageMessagePaymentRequestInvoiceBalance


class DiscardMessageDiscardMessageMessagePaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: DiscardMessageDiscardMessageMessagePaymentRequestInvoice | None
    isCancelled: bool


class DiscardMessageDiscardMessageMessage(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: DiscardMessageDiscardMessageMessageSender
    recipients: list[DiscardMessageDiscardMessageMessageRecipients]
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
    files: list[DiscardMessageDiscardMessageMessageFiles]
    paymentRequest: DiscardMessageDiscardMessageMessagePaymentRequest | None


class DiscardMessageDiscardMessageErrorsParameters(TypedDict):
    name: str
    value: str


class DiscardMessageDiscardMessageErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DiscardMessageDiscardMessageErrorsParameters]


class DiscardMessageDiscardMessage(TypedDict):
    message: DiscardMessageDiscardMessageMessage | None
    errors: list[DiscardMessageDiscardMessageErrors]


class DiscardMessage(TypedDict):
    discardMessage: DiscardMessageDiscardMessage | None


discard_message: Operation[DiscardMessage] = load("messages/discard_message")
