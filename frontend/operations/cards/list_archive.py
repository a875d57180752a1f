"""What list_archive.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CardFilter


class ListArchiveVariables(TypedDict):
    id: str
    filter: CardFilter
    first: int


class ListArchiveWorkflowStepsCardsPageInfo(TypedDict):
    endCursor: str | None
    hasNextPage: bool


class ListArchiveWorkflowStepsCardsEdgesNodeValue(TypedDict):
    minor: int
    currency: str


class ListArchiveWorkflowStepsCardsEdgesNode(TypedDict):
    id: str
    version: int
    name: str
    value: ListArchiveWorkflowStepsCardsEdgesNodeValue | None
    archivedAt: str | None
    deletedAt: str | None


class ListArchiveWorkflowStepsCardsEdges(TypedDict):
    node: ListArchiveWorkflowStepsCardsEdgesNode


class ListArchiveWorkflowStepsCards(TypedDict):
    totalCount: int
    pageInfo: ListArchiveWorkflowStepsCardsPageInfo
    edges: list[ListArchiveWorkflowStepsCardsEdges]


class ListArchiveWorkflowSteps(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    cards: ListArchiveWorkflowStepsCards


class ListArchiveWorkflow(TypedDict):
    id: str
    name: str
    cardCount: int
    steps: list[ListArchiveWorkflowSteps]


class ListArchive(TypedDict):
    workflow: ListArchiveWorkflow | None


list_archive: Operation[ListArchive] = load("cards/list_archive")
