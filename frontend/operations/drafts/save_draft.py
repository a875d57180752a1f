"""What save_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, TypedDict

from frontend.operations import Operation, load


class SaveDraftInput(TypedDict):
    key: str
    value: Any


class SaveDraftVariables(TypedDict):
    input: SaveDraftInput


class SaveDraftSaveDraftDraft(TypedDict):
    updatedAt: str


class SaveDraftSaveDraftErrorsParameters(TypedDict):
    name: str
    value: str


class SaveDraftSaveDraftErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SaveDraftSaveDraftErrorsParameters]


class SaveDraftSaveDraft(TypedDict):
    draft: SaveDraftSaveDraftDraft | None
    errors: list[SaveDraftSaveDraftErrors]


class SaveDraft(TypedDict):
    saveDraft: SaveDraftSaveDraft | None


save_draft: Operation[SaveDraft] = load("drafts/save_draft")
