"""What send_message_again.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class SendMessageAgainInput(TypedDict):
    id: str


class SendMessageAgainVariables(TypedDict):
    input: SendMessageAgainInput


class SendMessageAgainSendMessageAgainMessageSender(TypedDict):
    address: str
    name: str


class SendMessageAgainSendMessageAgainMessageRecipients(TypedDict):
    address: str
    name: str


class SendMessageAgainSendMessageAgainMessageFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class SendMessageAgainSendMessageAgainMessagePaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class SendMessageAgainSendMessageAgainMessagePaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: SendMessageAgainSendMessageAgainMessagePaymentRequestInvoiceBalance


class SendMessageAgainSendMessageAgainMessagePaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: SendMessageAgainSendMessageAgainMessagePaymentRequestInvoice | None
    isCancelled: bool


class SendMessageAgainSendMessageAgainMessage(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: SendMessageAgainSendMessageAgainMessageSender
    recipients: list[SendMessageAgainSendMessageAgainMessageRecipients]
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
    files: list[SendMessageAgainSendMessageAgainMessageFiles]
    paymentRequest: SendMessageAgainSendMessageAgainMessagePaymentRequest | None


class SendMessageAgainSendMessageAgainErrorsParameters(TypedDict):
    name: str
    value: str


class SendMessageAgainSendMessageAgainErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SendMessageAgainSendMessageAgainErrorsParameters]


class SendMessageAgainSendMessageAgain(TypedDict):
    message: SendMessageAgainSendMessageAgainMessage | None
    errors: list[SendMessageAgainSendMessageAgainErrors]


class SendMessageAgain(TypedDict):
    sendMessageAgain: SendMessageAgainSendMessageAgain | None


send_message_again: Operation[SendMessageAgain] = load("messages/send_message_again")
