"""What delete_checklist_item.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteChecklistItemInput(TypedDict):
    id: str


class DeleteChecklistItemVariables(TypedDict):
    input: DeleteChecklistItemInput


class DeleteChecklistItemDeleteChecklistItemErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteChecklistItemDeleteChecklistItemErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteChecklistItemDeleteChecklistItemErrorsParameters]


class DeleteChecklistItemDeleteChecklistItem(TypedDict):
    errors: list[DeleteChecklistItemDeleteChecklistItemErrors]


class DeleteChecklistItem(TypedDict):
    deleteChecklistItem: DeleteChecklistItemDeleteChecklistItem | None


delete_checklist_item: Operation[DeleteChecklistItem] = load("cards/delete_checklist_item")
