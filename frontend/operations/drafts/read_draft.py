"""What read_draft.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, TypedDict

from frontend.operations import Operation, load


class ReadDraftVariables(TypedDict):
    key: str


class ReadDraftViewerDraft(TypedDict):
    value: Any
    updatedAt: str


class ReadDraftViewer(TypedDict):
    draft: ReadDraftViewerDraft | None


class ReadDraft(TypedDict):
    viewer: ReadDraftViewer | None


read_draft: Operation[ReadDraft] = load("drafts/read_draft")
