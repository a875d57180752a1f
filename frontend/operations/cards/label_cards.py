"""What label_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class LabelCardsInput(TypedDict):
    ids: list[str]
    add: list[str]
    remove: list[str]


class LabelCardsVariables(TypedDict):
    input: LabelCardsInput


class LabelCardsLabelCardsErrorsParameters(TypedDict):
    name: str
    value: str


class LabelCardsLabelCardsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[LabelCardsLabelCardsErrorsParameters]


class LabelCardsLabelCards(TypedDict):
    errors: list[LabelCardsLabelCardsErrors]


class LabelCards(TypedDict):
    labelCards: LabelCardsLabelCards | None


label_cards: Operation[LabelCards] = load("cards/label_cards")
