"""What move_checklist_item.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class MoveChecklistItemInput(TypedDict):
    id: str
    beforeId: NotRequired[str | None]
    afterId: NotRequired[str | None]


class MoveChecklistItemVariables(TypedDict):
    input: MoveChecklistItemInput


class MoveChecklistItemMoveChecklistItemErrorsParameters(TypedDict):
    name: str
    value: str


class MoveChecklistItemMoveChecklistItemErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[MoveChecklistItemMoveChecklistItemErrorsParameters]


class MoveChecklistItemMoveChecklistItem(TypedDict):
    errors: list[MoveChecklistItemMoveChecklistItemErrors]


class MoveChecklistItem(TypedDict):
    moveChecklistItem: MoveChecklistItemMoveChecklistItem | None


move_checklist_item: Operation[MoveChecklistItem] = load("cards/move_checklist_item")
