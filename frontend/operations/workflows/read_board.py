"""What read_board.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import CardFilter


class ReadBoardVariables(TypedDict):
    id: str
    filter: NotRequired[CardFilter | None]
    first: int


class ReadBoardWorkflowStepsTotals(TypedDict):
    minor: int
    currency: str


class ReadBoardWorkflowStepsCardsPageInfo(TypedDict):
    hasNextPage: bool


class ReadBoardWorkflowStepsCardsEdgesNodeContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class ReadBoardWorkflowStepsCardsEdgesNodeValue(TypedDict):
    minor: int
    currency: str


class ReadBoardWorkflowStepsCardsEdgesNodeAssignee(TypedDict):
    id: str
    name: str


class ReadBoardWorkflowStepsCardsEdgesNodeLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ReadBoardWorkflowStepsCardsEdgesNode(TypedDict):
    id: str
    version: int
    sortKey: str
    place: str
    title: str | None
    name: str
    stepId: str
    contact: ReadBoardWorkflowStepsCardsEdgesNodeContact | None
    value: ReadBoardWorkflowStepsCardsEdgesNodeValue | None
    dueOn: str | None
    assignee: ReadBoardWorkflowStepsCardsEdgesNodeAssignee | None
    labels: list[ReadBoardWorkflowStepsCardsEdgesNodeLabels]
    stepEnteredAt: str
    checklistDone: int
    checklistTotal: int
    noteCount: int
    fileCount: int


class ReadBoardWorkflowStepsCardsEdges(TypedDict):
    node: ReadBoardWorkflowStepsCardsEdgesNode


class ReadBoardWorkflowStepsCards(TypedDict):
    pageInfo: ReadBoardWorkflowStepsCardsPageInfo
    edges: list[ReadBoardWorkflowStepsCardsEdges]


class ReadBoardWorkflowSteps(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]
    staleAfterDays: int | None
    version: int
    cardCount: int
    totals: list[ReadBoardWorkflowStepsTotals]
    cards: ReadBoardWorkflowStepsCards


class ReadBoardWorkflow(TypedDict):
    id: str
    name: str
    version: int
    steps: list[ReadBoardWorkflowSteps]


class ReadBoard(TypedDict):
    workflow: ReadBoardWorkflow | None


read_board: Operation[ReadBoard] = load("workflows/read_board")
