"""What find_recurring_sources.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class FindRecurringSourcesVariables(TypedDict):
    first: int


class FindRecurringSourcesBillingDocumentsEdgesNodeBuyer(TypedDict):
    name: str | None


class FindRecurringSourcesBillingDocumentsEdgesNodeTotal(TypedDict):
    minor: int
    currency: str


class FindRecurringSourcesBillingDocumentsEdgesNode(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    number: str | None
    issueDate: str | None
    title: str | None
    keptUntil: str | None
    buyer: FindRecurringSourcesBillingDocumentsEdgesNodeBuyer
    total: FindRecurringSourcesBillingDocumentsEdgesNodeTotal


class FindRecurringSourcesBillingDocumentsEdges(TypedDict):
    node: FindRecurringSourcesBillingDocumentsEdgesNode


class FindRecurringSourcesBillingDocuments(TypedDict):
    edges: list[FindRecurringSourcesBillingDocumentsEdges]


class FindRecurringSources(TypedDict):
    billingDocuments: FindRecurringSourcesBillingDocuments


find_recurring_sources: Operation[FindRecurringSources] = load("recurring/find_recurring_sources")
