"""What list_documents.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import BillingDocumentFilter


class BillingDocumentSort(TypedDict):
    field: Literal["NUMBER", "ISSUE_DATE", "DUE_DATE", "CLIENT", "TOTAL", "BALANCE"]
    direction: Literal["ASC", "DESC"]


class ListDocumentsVariables(TypedDict):
    filter: BillingDocumentFilter
    sort: NotRequired[BillingDocumentSort | None]
    first: int
    after: NotRequired[str | None]


class ListDocumentsViewer(TypedDict):
    cursor: str | None


class ListDocumentsBillingDocumentsEdgesNodeBuyer(TypedDict):
    name: str | None


class ListDocumentsBillingDocumentsEdgesNodeTotal(TypedDict):
    minor: int
    currency: str


class ListDocumentsBillingDocumentsEdgesNodeCredited(TypedDict):
    minor: int


class ListDocumentsBillingDocumentsEdgesNodeBalance(TypedDict):
    minor: int
    currency: str


class ListDocumentsBillingDocumentsEdgesNode(TypedDict):
    id: str
    version: int
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    isOverdue: bool
    number: str | None
    title: str | None
    contactId: str | None
    buyer: ListDocumentsBillingDocumentsEdgesNodeBuyer
    issueDate: str | None
    dueDate: str | None
    total: ListDocumentsBillingDocumentsEdgesNodeTotal
    credited: ListDocumentsBillingDocumentsEdgesNodeCredited
    balance: ListDocumentsBillingDocumentsEdgesNodeBalance


class ListDocumentsBillingDocumentsEdges(TypedDict):
    node: ListDocumentsBillingDocumentsEdgesNode


class ListDocumentsBillingDocumentsPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListDocumentsBillingDocuments(TypedDict):
    totalCount: int
    edges: list[ListDocumentsBillingDocumentsEdges]
    pageInfo: ListDocumentsBillingDocumentsPageInfo


class ListDocuments(TypedDict):
    viewer: ListDocumentsViewer | None
    billingDocuments: ListDocumentsBillingDocuments


list_documents: Operation[ListDocuments] = load("billing/list_documents")
