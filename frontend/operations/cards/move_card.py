"""What move_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import MoveCardInput


class MoveCardVariables(TypedDict):
    input: MoveCardInput


class MoveCardMoveCardCard(TypedDict):
    id: str
    version: int


class MoveCardMoveCardConflictCurrentStep(TypedDict):
    id: str
    name: str


class MoveCardMoveCardConflictCurrent(TypedDict):
    id: str
    version: int
    step: MoveCardMoveCardConflictCurrentStep


class MoveCardMoveCardConflict(TypedDict):
    current: MoveCardMoveCardConflictCurrent
    changedBy: str


class MoveCardMoveCardErrorsParameters(TypedDict):
    name: str
    value: str


class MoveCardMoveCardErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[MoveCardMoveCardErrorsParameters]


class MoveCardMoveCard(TypedDict):
    card: MoveCardMoveCardCard | None
    fromStepId: str | None
    fromAfterId: str | None
    conflict: MoveCardMoveCardConflict | None
    errors: list[MoveCardMoveCardErrors]


class MoveCard(TypedDict):
    moveCard: MoveCardMoveCard | None


move_card: Operation[MoveCard] = load("cards/move_card")
