"""What list_archived_cards.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CardFilter


class ListArchivedCardsVariables(TypedDict):
    id: str
    filter: CardFilter
    first: int
    after: NotRequired[str | None]


class ListArchivedCardsNodeCardsPageInfo(TypedDict):
    endCursor: str | None
    hasNextPage: bool


class ListArchivedCardsNodeCardsEdgesNodeValue(TypedDict):
    minor: int
    currency: str


class ListArchivedCardsNodeCardsEdgesNode(TypedDict):
    id: str
    version: int
    name: str
    value: ListArchivedCardsNodeCardsEdgesNodeValue | None
    archivedAt: str | None
    deletedAt: str | None


class ListArchivedCardsNodeCardsEdges(TypedDict):
    node: ListArchivedCardsNodeCardsEdgesNode


class ListArchivedCardsNodeCards(TypedDict):
    pageInfo: ListArchivedCardsNodeCardsPageInfo
    edges: list[ListArchivedCardsNodeCardsEdges]


class ListArchivedCardsNode(TypedDict):
    id: NotRequired[str]
    cards: NotRequired[ListArchivedCardsNodeCards]


class ListArchivedCards(TypedDict):
    node: ListArchivedCardsNode | None


list_archived_cards: Operation[ListArchivedCards] = load("cards/list_archived_cards")
