"""What send_message.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class PaymentRequestInput(TypedDict):
    amountMinor: NotRequired[int | None]
    currency: NotRequired[str | None]
    text: NotRequired[str | None]
    invoiceId: NotRequired[str | None]


class SendMessageInput(TypedDict):
    contactId: NotRequired[str | None]
    threadId: NotRequired[str | None]
    to: NotRequired[str | None]
    subject: NotRequired[str | None]
    html: str
    paymentRequest: NotRequired[PaymentRequestInput | None]
    uploadIds: NotRequired[list[str] | None]
    idempotencyKey: NotRequired[str | None]


class SendMessageVariables(TypedDict):
    input: SendMessageInput


class SendMessageSendMessageMessageSender(TypedDict):
    address: str
    name: str


class SendMessageSendMessageMessageRecipients(TypedDict):
    address: str
    name: str


class SendMessageSendMessageMessageFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class SendMessageSendMessageMessagePaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class SendMessageSendMessageMessagePaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: SendMessageSendMessageMessagePaymentRequestInvoiceBalance


class SendMessageSendMessageMessagePaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: SendMessageSendMessageMessagePaymentRequestInvoice | None
    isCancelled: bool


class SendMessageSendMessageMessage(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: SendMessageSendMessageMessageSender
    recipients: list[SendMessageSendMessageMessageRecipients]
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
    files: list[SendMessageSendMessageMessageFiles]
    paymentRequest: SendMessageSendMessageMessagePaymentRequest | None


class SendMessageSendMessageErrorsParameters(TypedDict):
    name: str
    value: str


class SendMessageSendMessageErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SendMessageSendMessageErrorsParameters]


class SendMessageSendMessage(TypedDict):
    message: SendMessageSendMessageMessage | None
    errors: list[SendMessageSendMessageErrors]


class SendMessage(TypedDict):
    sendMessage: SendMessageSendMessage | None


send_message: Operation[SendMessage] = load("messages/send_message")
