"""What add_checklist_item.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class AddChecklistItemInput(TypedDict):
    cardId: str
    text: str
    idempotencyKey: NotRequired[str | None]


class AddChecklistItemVariables(TypedDict):
    input: AddChecklistItemInput


class AddChecklistItemAddChecklistItemItem(TypedDict):
    id: str


class AddChecklistItemAddChecklistItemErrorsParameters(TypedDict):
    name: str
    value: str


class AddChecklistItemAddChecklistItemErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AddChecklistItemAddChecklistItemErrorsParameters]


class AddChecklistItemAddChecklistItem(TypedDict):
    item: AddChecklistItemAddChecklistItemItem | None
    errors: list[AddChecklistItemAddChecklistItemErrors]


class AddChecklistItem(TypedDict):
    addChecklistItem: AddChecklistItemAddChecklistItem | None


add_checklist_item: Operation[AddChecklistItem] = load("cards/add_checklist_item")
