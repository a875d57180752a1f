"""What board_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class BoardChangedVariables(TypedDict):
    workflowId: str
    after: NotRequired[str | None]


class BoardChangedBoardChangedSteps(TypedDict):
    id: str


class BoardChangedBoardChangedWorkflow(TypedDict):
    id: str


class BoardChangedBoardChangedCardsCardContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class BoardChangedBoardChangedCardsCardValue(TypedDict):
    minor: int
    currency: str


class BoardChangedBoardChangedCardsCardAssignee(TypedDict):
    id: str
    name: str


class BoardChangedBoardChangedCardsCardLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class BoardChangedBoardChangedCardsCard(TypedDict):
    id: str
    version: int
    sortKey: str
    place: str
    title: str | None
    name: str
    stepId: str
    contact: BoardChangedBoardChangedCardsCardContact | None
    value: BoardChangedBoardChangedCardsCardValue | None
    dueOn: str | None
    assignee: BoardChangedBoardChangedCardsCardAssignee | None
    labels: list[BoardChangedBoardChangedCardsCardLabels]
    stepEnteredAt: str
    checklistDone: int
    checklistTotal: int
    noteCount: int
    fileCount: int


class BoardChangedBoardChangedCards(TypedDict):
    cardId: str
    card: BoardChangedBoardChangedCardsCard | None


class BoardChangedBoardChanged(TypedDict):
    cursor: str
    reread: bool
    rereadStepIds: list[str]
    steps: list[BoardChangedBoardChangedSteps] | None
    workflow: BoardChangedBoardChangedWorkflow | None
    cards: list[BoardChangedBoardChangedCards]


class BoardChanged(TypedDict):
    boardChanged: BoardChangedBoardChanged


board_changed: Operation[BoardChanged] = load("workflows/board_changed")
