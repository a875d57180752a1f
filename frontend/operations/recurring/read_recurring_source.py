"""What read_recurring_source.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadRecurringSourceVariables(TypedDict):
    id: str


class ReadRecurringSourceBillingDocumentBuyer(TypedDict):
    name: str | None


class ReadRecurringSourceBillingDocumentTotal(TypedDict):
    minor: int
    currency: str


class ReadRecurringSourceBillingDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    number: str | None
    issueDate: str | None
    title: str | None
    keptUntil: str | None
    buyer: ReadRecurringSourceBillingDocumentBuyer
    total: ReadRecurringSourceBillingDocumentTotal


class ReadRecurringSource(TypedDict):
    billingDocument: ReadRecurringSourceBillingDocument | None


read_recurring_source: Operation[ReadRecurringSource] = load("recurring/read_recurring_source")
