"""What follow_contact_messages.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowContactMessagesVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowContactMessagesThreadChangedThread(TypedDict):
    id: str
    unreadCount: int
    subject: str


class FollowContactMessagesThreadChangedMessagesSender(TypedDict):
    address: str
    name: str


class FollowContactMessagesThreadChangedMessagesRecipients(TypedDict):
    address: str
    name: str


class FollowContactMessagesThreadChangedMessagesFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class FollowContactMessagesThreadChangedMessagesPaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class FollowContactMessagesThreadChangedMessagesPaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: FollowContactMessagesThreadChangedMessagesPaymentRequestInvoiceBalance


class FollowContactMessagesThreadChangedMessagesPaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: FollowContactMessagesThreadChangedMessagesPaymentRequestInvoice | None
    isCancelled: bool


class FollowContactMessagesThreadChangedMessages(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: FollowContactMessagesThreadChangedMessagesSender
    recipients: list[FollowContactMessagesThreadChangedMessagesRecipients]
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
    files: list[FollowContactMessagesThreadChangedMessagesFiles]
    paymentRequest: FollowContactMessagesThreadChangedMessagesPaymentRequest | None


class FollowContactMessagesThreadChanged(TypedDict):
    cursor: str
    reset: bool
    thread: FollowContactMessagesThreadChangedThread | None
    messages: list[FollowContactMessagesThreadChangedMessages]


class FollowContactMessages(TypedDict):
    threadChanged: FollowContactMessagesThreadChanged


follow_contact_messages: Operation[FollowContactMessages] = load("messages/follow_contact_messages")
