"""What unarchive_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UnarchiveCardsInput(TypedDict):
    ids: list[str]


class UnarchiveCardsVariables(TypedDict):
    input: UnarchiveCardsInput


class UnarchiveCardsUnarchiveCardsErrorsParameters(TypedDict):
    name: str
    value: str


class UnarchiveCardsUnarchiveCardsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UnarchiveCardsUnarchiveCardsErrorsParameters]


class UnarchiveCardsUnarchiveCards(TypedDict):
    errors: list[UnarchiveCardsUnarchiveCardsErrors]


class UnarchiveCards(TypedDict):
    unarchiveCards: UnarchiveCardsUnarchiveCards | None


unarchive_cards: Operation[UnarchiveCards] = load("cards/unarchive_cards")
