"""What list_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CardFilter


class ListCardsVariables(TypedDict):
    id: str
    filter: NotRequired[CardFilter | None]
    first: NotRequired[int | None]
    after: NotRequired[str | None]
    last: NotRequired[int | None]
    before: NotRequired[str | None]


class ListCardsNodeCardsPageInfo(TypedDict):
    hasPreviousPage: bool
    hasNextPage: bool


class ListCardsNodeCardsEdgesNodeContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class ListCardsNodeCardsEdgesNodeValue(TypedDict):
    minor: int
    currency: str


class ListCardsNodeCardsEdgesNodeAssignee(TypedDict):
    id: str
    name: str


class ListCardsNodeCardsEdgesNodeLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ListCardsNodeCardsEdgesNode(TypedDict):
    id: str
    version: int
    sortKey: str
    place: str
    title: str | None
    name: str
    stepId: str
    contact: ListCardsNodeCardsEdgesNodeContact | None
    value: ListCardsNodeCardsEdgesNodeValue | None
    dueOn: str | None
    assignee: ListCardsNodeCardsEdgesNodeAssignee | None
    labels: list[ListCardsNodeCardsEdgesNodeLabels]
    stepEnteredAt: str
    checklistDone: int
    checklistTotal: int
    noteCount: int
    fileCount: int


class ListCardsNodeCardsEdges(TypedDict):
    node: ListCardsNodeCardsEdgesNode


class ListCardsNodeCards(TypedDict):
    pageInfo: ListCardsNodeCardsPageInfo
    edges: list[ListCardsNodeCardsEdges]


class ListCardsNode(TypedDict):
    id: NotRequired[str]
    cards: NotRequired[ListCardsNodeCards]


class ListCards(TypedDict):
    node: ListCardsNode | None


list_cards: Operation[ListCards] = load("workflows/list_cards")
