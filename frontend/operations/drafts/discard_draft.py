"""What discard_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DiscardDraftInput(TypedDict):
    key: str


class DiscardDraftVariables(TypedDict):
    input: DiscardDraftInput


class DiscardDraftDiscardDraftErrorsParameters(TypedDict):
    name: str
    value: str


class DiscardDraftDiscardDraftErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DiscardDraftDiscardDraftErrorsParameters]


class DiscardDraftDiscardDraft(TypedDict):
    errors: list[DiscardDraftDiscardDraftErrors]


class DiscardDraft(TypedDict):
    discardDraft: DiscardDraftDiscardDraft | None


discard_draft: Operation[DiscardDraft] = load("drafts/discard_draft")
