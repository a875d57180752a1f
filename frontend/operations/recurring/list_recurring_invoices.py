"""What list_recurring_invoices.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListRecurringInvoicesVariables(TypedDict):
    first: int
    after: NotRequired[str | None]


class ListRecurringInvoicesRecurringInvoicesEdgesNodeBuyer(TypedDict):
    name: str | None


class ListRecurringInvoicesRecurringInvoicesEdgesNodeTotal(TypedDict):
    minor: int
    currency: str


class ListRecurringInvoicesRecurringInvoicesEdgesNode(TypedDict):
    id: str
    version: int
    contactId: str | None
    frequency: Literal["WEEKLY", "MONTHLY", "YEARLY"]
    every: int
    startDate: str
    endsOn: str | None
    times: int | None
    made: int
    mode: Literal["REVIEW", "ISSUE", "SEND"]
    nextDate: str | None
    isPaused: bool
    isEnded: bool
    title: str | None
    buyer: ListRecurringInvoicesRecurringInvoicesEdgesNodeBuyer
    total: ListRecurringInvoicesRecurringInvoicesEdgesNodeTotal


class ListRecurringInvoicesRecurringInvoicesEdges(TypedDict):
    node: ListRecurringInvoicesRecurringInvoicesEdgesNode


class ListRecurringInvoicesRecurringInvoicesPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListRecurringInvoicesRecurringInvoices(TypedDict):
    totalCount: int
    edges: list[ListRecurringInvoicesRecurringInvoicesEdges]
    pageInfo: ListRecurringInvoicesRecurringInvoicesPageInfo


class ListRecurringInvoices(TypedDict):
    recurringInvoices: ListRecurringInvoicesRecurringInvoices


list_recurring_invoices: Operation[ListRecurringInvoices] = load("recurring/list_recurring_invoices")
