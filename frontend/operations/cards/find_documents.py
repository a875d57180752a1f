"""What find_documents.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import BillingDocumentFilter


class FindDocumentsVariables(TypedDict):
    filter: BillingDocumentFilter
    first: int


class FindDocumentsBillingDocumentsEdgesNodeBuyer(TypedDict):
    name: str | None


class FindDocumentsBillingDocumentsEdgesNodeTotal(TypedDict):
    minor: int
    currency: str


class FindDocumentsBillingDocumentsEdgesNode(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    number: str | None
    title: str | None
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    buyer: FindDocumentsBillingDocumentsEdgesNodeBuyer
    total: FindDocumentsBillingDocumentsEdgesNodeTotal


class FindDocumentsBillingDocumentsEdges(TypedDict):
    node: FindDocumentsBillingDocumentsEdgesNode


class FindDocumentsBillingDocuments(TypedDict):
    edges: list[FindDocumentsBillingDocumentsEdges]


class FindDocuments(TypedDict):
    billingDocuments: FindDocumentsBillingDocuments


find_documents: Operation[FindDocuments] = load("cards/find_documents")
