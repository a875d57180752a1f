"""What read_document_letter.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadDocumentLetterVariables(TypedDict):
    id: str
    kind: NotRequired[Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"] | None]


class ReadDocumentLetterDocumentLetter(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"]
    kinds: list[Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"]]
    to: str | None
    subject: str
    message: str


class ReadDocumentLetterBillingDocumentDeliveries(TypedDict):
    to: str
    createdAt: str


class ReadDocumentLetterBillingDocument(TypedDict):
    number: str | None
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    locale: str
    pdfUrl: str
    deliveries: list[ReadDocumentLetterBillingDocumentDeliveries]


class ReadDocumentLetterMailbox(TypedDict):
    fromAddress: str


class ReadDocumentLetter(TypedDict):
    documentLetter: ReadDocumentLetterDocumentLetter
    billingDocument: ReadDocumentLetterBillingDocument | None
    mailbox: ReadDocumentLetterMailbox | None


read_document_letter: Operation[ReadDocumentLetter] = load("billing/read_document_letter")
