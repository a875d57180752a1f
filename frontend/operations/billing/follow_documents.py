"""What follow_documents.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import BillingDocumentFilter


class FollowDocumentsVariables(TypedDict):
    filter: BillingDocumentFilter
    after: NotRequired[str | None]


class FollowDocumentsBillingDocumentsChangedChangedBuyer(TypedDict):
    name: str | None


class FollowDocumentsBillingDocumentsChangedChangedTotal(TypedDict):
    minor: int
    currency: str


class FollowDocumentsBillingDocumentsChangedChangedCredited(TypedDict):
    minor: int


class FollowDocumentsBillingDocumentsChangedChangedBalance(TypedDict):
    minor: int
    currency: str


class FollowDocumentsBillingDocumentsChangedChanged(TypedDict):
    id: str
    version: int
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    isOverdue: bool
    number: str | None
    title: str | None
    contactId: str | None
    buyer: FollowDocumentsBillingDocumentsChangedChangedBuyer
    issueDate: str | None
    dueDate: str | None
    total: FollowDocumentsBillingDocumentsChangedChangedTotal
    credited: FollowDocumentsBillingDocumentsChangedChangedCredited
    balance: FollowDocumentsBillingDocumentsChangedChangedBalance


class FollowDocumentsBillingDocumentsChanged(TypedDict):
    cursor: str
    reset: bool
    changed: list[FollowDocumentsBillingDocumentsChangedChanged]
    gone: list[str]


class FollowDocuments(TypedDict):
    billingDocumentsChanged: FollowDocumentsBillingDocumentsChanged


follow_documents: Operation[FollowDocuments] = load("billing/follow_documents")
