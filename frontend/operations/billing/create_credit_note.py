"""What create_credit_note.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class CreateCreditNoteInput(TypedDict):
    invoiceId: str


class CreateCreditNoteVariables(TypedDict):
    input: CreateCreditNoteInput


class CreateCreditNoteCreateCreditNoteDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    version: int


class CreateCreditNoteCreateCreditNoteErrorsParameters(TypedDict):
    name: str
    value: str


class CreateCreditNoteCreateCreditNoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateCreditNoteCreateCreditNoteErrorsParameters]


class CreateCreditNoteCreateCreditNote(TypedDict):
    document: CreateCreditNoteCreateCreditNoteDocument | None
    errors: list[CreateCreditNoteCreateCreditNoteErrors]


class CreateCreditNote(TypedDict):
    createCreditNote: CreateCreditNoteCreateCreditNote | None


create_credit_note: Operation[CreateCreditNote] = load("billing/create_credit_note")
