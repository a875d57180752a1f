"""What revise_quote.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReviseQuoteInput(TypedDict):
    id: str


class ReviseQuoteVariables(TypedDict):
    input: ReviseQuoteInput


class ReviseQuoteReviseQuoteDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    version: int


class ReviseQuoteReviseQuoteErrorsParameters(TypedDict):
    name: str
    value: str


class ReviseQuoteReviseQuoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ReviseQuoteReviseQuoteErrorsParameters]


class ReviseQuoteReviseQuote(TypedDict):
    document: ReviseQuoteReviseQuoteDocument | None
    errors: list[ReviseQuoteReviseQuoteErrors]


class ReviseQuote(TypedDict):
    reviseQuote: ReviseQuoteReviseQuote | None


revise_quote: Operation[ReviseQuote] = load("billing/revise_quote")
