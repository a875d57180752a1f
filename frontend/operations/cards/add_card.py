"""What add_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import AddCardInput


class AddCardVariables(TypedDict):
    input: AddCardInput


class AddCardAddCardCard(TypedDict):
    id: str
    version: int


class AddCardAddCardErrorsParameters(TypedDict):
    name: str
    value: str


class AddCardAddCardErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AddCardAddCardErrorsParameters]


class AddCardAddCard(TypedDict):
    card: AddCardAddCardCard | None
    errors: list[AddCardAddCardErrors]


class AddCard(TypedDict):
    addCard: AddCardAddCard | None


add_card: Operation[AddCard] = load("cards/add_card")
