"""What restore_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreCardsInput(TypedDict):
    ids: list[str]


class RestoreCardsVariables(TypedDict):
    input: RestoreCardsInput


class RestoreCardsRestoreCardsErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreCardsRestoreCardsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreCardsRestoreCardsErrorsParameters]


class RestoreCardsRestoreCards(TypedDict):
    errors: list[RestoreCardsRestoreCardsErrors]


class RestoreCards(TypedDict):
    restoreCards: RestoreCardsRestoreCards | None


restore_cards: Operation[RestoreCards] = load("cards/restore_cards")
