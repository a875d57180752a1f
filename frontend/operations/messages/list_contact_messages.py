"""What list_contact_messages.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListContactMessagesVariables(TypedDict):
    id: str
    first: int
    after: NotRequired[str | None]


class ListContactMessagesViewer(TypedDict):
    cursor: str | None


class ListContactMessagesContactThread(TypedDict):
    id: str
    unreadCount: int
    subject: str


class ListContactMessagesMessagesEdgesNodeSender(TypedDict):
    address: str
    name: str


class ListContactMessagesMessagesEdgesNodeRecipients(TypedDict):
    address: str
    name: str


class ListContactMessagesMessagesEdgesNodeFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class ListContactMessagesMessagesEdgesNodePaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class ListContactMessagesMessagesEdgesNodePaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: ListContactMessagesMessagesEdgesNodePaymentRequestInvoiceBalance


class ListContactMessagesMessagesEdgesNodePaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: ListContactMessagesMessagesEdgesNodePaymentRequestInvoice | None
    isCancelled: bool


class ListContactMessagesMessagesEdgesNode(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: ListContactMessagesMessagesEdgesNodeSender
    recipients: list[ListContactMessagesMessagesEdgesNodeRecipients]
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
    files: list[ListContactMessagesMessagesEdgesNodeFiles]
    paymentRequest: ListContactMessagesMessagesEdgesNodePaymentRequest | None


class ListContactMessagesMessagesEdges(TypedDict):
    node: ListContactMessagesMessagesEdgesNode


class ListContactMessagesMessagesPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListContactMessagesMessages(TypedDict):
    edges: list[ListContactMessagesMessagesEdges]
    pageInfo: ListContactMessagesMessagesPageInfo


class ListContactMessages(TypedDict):
    viewer: ListContactMessagesViewer | None
    contactThread: ListContactMessagesContactThread | None
    messages: ListContactMessagesMessages


list_contact_messages: Operation[ListContactMessages] = load("messages/list_contact_messages")
