"""What delete_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteCardsInput(TypedDict):
    ids: list[str]


class DeleteCardsVariables(TypedDict):
    input: DeleteCardsInput


class DeleteCardsDeleteCardsErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteCardsDeleteCardsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteCardsDeleteCardsErrorsParameters]


class DeleteCardsDeleteCards(TypedDict):
    errors: list[DeleteCardsDeleteCardsErrors]


class DeleteCards(TypedDict):
    deleteCards: DeleteCardsDeleteCards | None


delete_cards: Operation[DeleteCards] = load("cards/delete_cards")
