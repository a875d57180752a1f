"""What restore_checklist_item.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreChecklistItemInput(TypedDict):
    id: str


class RestoreChecklistItemVariables(TypedDict):
    input: RestoreChecklistItemInput


class RestoreChecklistItemRestoreChecklistItemErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreChecklistItemRestoreChecklistItemErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreChecklistItemRestoreChecklistItemErrorsParameters]


class RestoreChecklistItemRestoreChecklistItem(TypedDict):
    errors: list[RestoreChecklistItemRestoreChecklistItemErrors]


class RestoreChecklistItem(TypedDict):
    restoreChecklistItem: RestoreChecklistItemRestoreChecklistItem | None


restore_checklist_item: Operation[RestoreChecklistItem] = load("cards/restore_checklist_item")
