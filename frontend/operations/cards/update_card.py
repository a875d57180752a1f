"""What update_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import MoneyInput


class UpdateCardInput(TypedDict):
    id: str
    version: int
    title: NotRequired[str | None]
    contactId: NotRequired[str | None]
    value: NotRequired[MoneyInput | None]
    dueOn: NotRequired[str | None]
    assigneeId: NotRequired[str | None]
    lostReason: NotRequired[str | None]


class UpdateCardVariables(TypedDict):
    input: UpdateCardInput


class UpdateCardUpdateCardCard(TypedDict):
    id: str
    version: int


class UpdateCardUpdateCardConflictCurrentValue(TypedDict):
    minor: int
    currency: str


class UpdateCardUpdateCardConflictCurrentContact(TypedDict):
    id: str


class UpdateCardUpdateCardConflictCurrentAssignee(TypedDict):
    id: str


class UpdateCardUpdateCardConflictCurrent(TypedDict):
    id: str
    version: int
    title: str | None
    value: UpdateCardUpdateCardConflictCurrentValue | None
    dueOn: str | None
    contact: UpdateCardUpdateCardConflictCurrentContact | None
    assignee: UpdateCardUpdateCardConflictCurrentAssignee | None


class UpdateCardUpdateCardConflict(TypedDict):
    current: UpdateCardUpdateCardConflictCurrent
    changedBy: str


class UpdateCardUpdateCardErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateCardUpdateCardErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateCardUpdateCardErrorsParameters]


class UpdateCardUpdateCard(TypedDict):
    card: UpdateCardUpdateCardCard | None
    conflict: UpdateCardUpdateCardConflict | None
    errors: list[UpdateCardUpdateCardErrors]


class UpdateCard(TypedDict):
    updateCard: UpdateCardUpdateCard | None


update_card: Operation[UpdateCard] = load("cards/update_card")
