"""What list_thread_messages.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListThreadMessagesVariables(TypedDict):
    id: str
    first: int
    after: NotRequired[str | None]


class ListThreadMessagesViewer(TypedDict):
    cursor: str | None


class ListThreadMessagesThread(TypedDict):
    id: str
    unreadCount: int
    subject: str


class ListThreadMessagesMessagesEdgesNodeSender(TypedDict):
    address: str
    name: str


class ListThreadMessagesMessagesEdgesNodeRecipients(TypedDict):
    address: str
    name: str


class ListThreadMessagesMessagesEdgesNodeFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class ListThreadMessagesMessagesEdgesNodePaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class ListThreadMessagesMessagesEdgesNodePaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: ListThreadMessagesMessagesEdgesNodePaymentRequestInvoiceBalance


class ListThreadMessagesMessagesEdgesNodePaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: ListThreadMessagesMessagesEdgesNodePaymentRequestInvoice | None
    isCancelled: bool


class ListThreadMessagesMessagesEdgesNode(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: ListThreadMessagesMessagesEdgesNodeSender
    recipients: list[ListThreadMessagesMessagesEdgesNodeRecipients]
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
    files: list[ListThreadMessagesMessagesEdgesNodeFiles]
    paymentRequest: ListThreadMessagesMessagesEdgesNodePaymentRequest | None


class ListThreadMessagesMessagesEdges(TypedDict):
    node: ListThreadMessagesMessagesEdgesNode


class ListThreadMessagesMessagesPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListThreadMessagesMessages(TypedDict):
    edges: list[ListThreadMessagesMessagesEdges]
    pageInfo: ListThreadMessagesMessagesPageInfo


class ListThreadMessages(TypedDict):
    viewer: ListThreadMessagesViewer | None
    thread: ListThreadMessagesThread | None
    messages: ListThreadMessagesMessages


list_thread_messages: Operation[ListThreadMessages] = load("messages/list_thread_messages")
