"""What update_checklist_item.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateChecklistItemInput(TypedDict):
    id: str
    text: NotRequired[str | None]
    done: NotRequired[bool | None]


class UpdateChecklistItemVariables(TypedDict):
    input: UpdateChecklistItemInput


class UpdateChecklistItemUpdateChecklistItemErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateChecklistItemUpdateChecklistItemErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateChecklistItemUpdateChecklistItemErrorsParameters]


class UpdateChecklistItemUpdateChecklistItem(TypedDict):
    errors: list[UpdateChecklistItemUpdateChecklistItemErrors]


class UpdateChecklistItem(TypedDict):
    updateChecklistItem: UpdateChecklistItemUpdateChecklistItem | None


update_checklist_item: Operation[UpdateChecklistItem] = load("cards/update_checklist_item")
