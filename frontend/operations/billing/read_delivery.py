"""What read_delivery.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadDeliveryVariables(TypedDict):
    id: str


class ReadDeliveryViewer(TypedDict):
    cursor: str | None


class ReadDeliveryBillingDocumentDeliveries(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"]
    to: str
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"] | None
    problem: str | None
    problemDetail: str | None
    sentAt: str | None
    bouncedAt: str | None
    messageId: str | None
    createdAt: str
    createdBy: str


class ReadDeliveryBillingDocumentLink(TypedDict):
    url: str | None
    firstViewedAt: str | None
    lastViewedAt: str | None
    viewCount: int


class ReadDeliveryBillingDocumentAnswer(TypedDict):
    accepted: bool
    name: str | None
    reason: str | None
    address: str
    answeredAt: str


class ReadDeliveryBillingDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    number: str | None
    contactId: str | None
    deliveries: list[ReadDeliveryBillingDocumentDeliveries]
    link: ReadDeliveryBillingDocumentLink | None
    answer: ReadDeliveryBillingDocumentAnswer | None


class ReadDelivery(TypedDict):
    viewer: ReadDeliveryViewer | None
    billingDocument: ReadDeliveryBillingDocument | None


read_delivery: Operation[ReadDelivery] = load("billing/read_delivery")
