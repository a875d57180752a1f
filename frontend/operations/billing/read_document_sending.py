"""What read_document_sending.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadDocumentSendingVariables(TypedDict):
    id: str


class ReadDocumentSendingDocumentSendingProblemsDocumentBuyer(TypedDict):
    name: str | None


class ReadDocumentSendingDocumentSendingProblemsDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    number: str | None
    buyer: ReadDocumentSendingDocumentSendingProblemsDocumentBuyer


class ReadDocumentSendingDocumentSendingProblems(TypedDict):
    problem: str
    document: ReadDocumentSendingDocumentSendingProblemsDocument


class ReadDocumentSendingDocumentSending(TypedDict):
    id: str
    state: Literal["RUNNING", "FINISHED", "STOPPED"]
    reminds: bool
    total: int
    sent: int
    refused: int
    createdAt: str
    createdBy: str
    problems: list[ReadDocumentSendingDocumentSendingProblems]


class ReadDocumentSending(TypedDict):
    documentSending: ReadDocumentSendingDocumentSending | None


read_document_sending: Operation[ReadDocumentSending] = load("billing/read_document_sending")
