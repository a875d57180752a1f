"""What move_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import MoveCardInput


class MoveCardVariables(TypedDict):
    input: MoveCardInput


class MoveCardMoveCardCardContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class MoveCardMoveCardCardValue(TypedDict):
    minor: int
    currency: str


class MoveCardMoveCardCardAssignee(TypedDict):
    id: str
    name: str


class MoveCardMoveCardCardLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class MoveCardMoveCardCard(TypedDict):
    id: str
    version: int
    sortKey: str
    place: str
    title: str | None
    name: str
    stepId: str
    contact: MoveCardMoveCardCardContact | None
    value: MoveCardMoveCardCardValue | None
    dueOn: str | None
    assignee: MoveCardMoveCardCardAssignee | None
    labels: list[MoveCardMoveCardCardLabels]
    stepEnteredAt: str
    checklistDone: int
    checklistTotal: int
    noteCount: int
    fileCount: int


class MoveCardMoveCardConflictCurrentContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class MoveCardMoveCardConflictCurrentValue(TypedDict):
    minor: int
    currency: str


class MoveCardMoveCardConflictCurrentAssignee(TypedDict):
    id: str
    name: str


class MoveCardMoveCardConflictCurrentLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class MoveCardMoveCardConflictCurrent(TypedDict):
    id: str
    version: int
    sortKey: str
    place: str
    title: str | None
    name: str
    stepId: str
    contact: MoveCardMoveCardConflictCurrentContact | None
    value: MoveCardMoveCardConflictCurrentValue | None
    dueOn: str | None
    assignee: MoveCardMoveCardConflictCurrentAssignee | None
    labels: list[MoveCardMoveCardConflictCurrentLabels]
    stepEnteredAt: str
    checklistDone: int
    checklistTotal: int
    noteCount: int
    fileCount: int


class MoveCardMoveCardConflict(TypedDict):
    changedBy: str
    current: MoveCardMoveCardConflictCurrent


class MoveCardMoveCardErrorsParameters(TypedDict):
    name: str
    value: str


class MoveCardMoveCardErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[MoveCardMoveCardErrorsParameters]


class MoveCardMoveCard(TypedDict):
    card: MoveCardMoveCardCard | None
    conflict: MoveCardMoveCardConflict | None
    errors: list[MoveCardMoveCardErrors]


class MoveCard(TypedDict):
    moveCard: MoveCardMoveCard | None


move_card: Operation[MoveCard] = load("workflows/move_card")
