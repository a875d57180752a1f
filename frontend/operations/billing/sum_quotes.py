"""What sum_quotes.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class SumQuotesVariables(TypedDict):
    contactId: NotRequired[str | None]


class SumQuotesQuoteSumsWaiting(TypedDict):
    minor: int


class SumQuotesQuoteSumsAccepted(TypedDict):
    minor: int


class SumQuotesQuoteSumsWonThisYear(TypedDict):
    minor: int


class SumQuotesQuoteSums(TypedDict):
    currency: str
    openCount: int
    waiting: SumQuotesQuoteSumsWaiting
    acceptedCount: int
    accepted: SumQuotesQuoteSumsAccepted
    wonThisYear: SumQuotesQuoteSumsWonThisYear


class SumQuotes(TypedDict):
    quoteSums: list[SumQuotesQuoteSums]


sum_quotes: Operation[SumQuotes] = load("billing/sum_quotes")
