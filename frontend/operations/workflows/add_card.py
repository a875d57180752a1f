"""What add_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import AddCardInput


class AddCardVariables(TypedDict):
    input: AddCardInput


class AddCardAddCardCardContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class AddCardAddCardCardValue(TypedDict):
    minor: int
    currency: str


class AddCardAddCardCardAssignee(TypedDict):
    id: str
    name: str


class AddCardAddCardCardLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class AddCardAddCardCard(TypedDict):
    id: str
    version: int
    sortKey: str
    place: str
    title: str | None
    name: str
    stepId: str
    contact: AddCardAddCardCardContact | None
    value: AddCardAddCardCardValue | None
    dueOn: str | None
    assignee: AddCardAddCardCardAssignee | None
    labels: list[AddCardAddCardCardLabels]
    stepEnteredAt: str
    checklistDone: int
    checklistTotal: int
    noteCount: int
    fileCount: int


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


add_card: Operation[AddCard] = load("workflows/add_card")
