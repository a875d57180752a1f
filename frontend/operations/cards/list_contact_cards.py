"""What list_contact_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListContactCardsVariables(TypedDict):
    id: str
    first: int


class ListContactCardsContactCardsEdgesNodeWorkflow(TypedDict):
    id: str
    name: str


class ListContactCardsContactCardsEdgesNodeStep(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]


class ListContactCardsContactCardsEdgesNodeValue(TypedDict):
    minor: int
    currency: str


class ListContactCardsContactCardsEdgesNode(TypedDict):
    id: str
    version: int
    name: str
    workflow: ListContactCardsContactCardsEdgesNodeWorkflow
    step: ListContactCardsContactCardsEdgesNodeStep
    value: ListContactCardsContactCardsEdgesNodeValue | None
    dueOn: str | None


class ListContactCardsContactCardsEdges(TypedDict):
    node: ListContactCardsContactCardsEdgesNode


class ListContactCardsContactCards(TypedDict):
    totalCount: int
    edges: list[ListContactCardsContactCardsEdges]


class ListContactCardsContact(TypedDict):
    cards: ListContactCardsContactCards


class ListContactCards(TypedDict):
    contact: ListContactCardsContact | None


list_contact_cards: Operation[ListContactCards] = load("cards/list_contact_cards")
