"""What answer_quote.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class AnswerQuoteInput(TypedDict):
    id: str
    version: int
    accepted: bool


class AnswerQuoteVariables(TypedDict):
    input: AnswerQuoteInput


class AnswerQuoteAnswerQuoteDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    version: int


class AnswerQuoteAnswerQuoteErrorsParameters(TypedDict):
    name: str
    value: str


class AnswerQuoteAnswerQuoteErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AnswerQuoteAnswerQuoteErrorsParameters]


class AnswerQuoteAnswerQuote(TypedDict):
    document: AnswerQuoteAnswerQuoteDocument | None
    errors: list[AnswerQuoteAnswerQuoteErrors]


class AnswerQuote(TypedDict):
    answerQuote: AnswerQuoteAnswerQuote | None


answer_quote: Operation[AnswerQuote] = load("billing/answer_quote")
