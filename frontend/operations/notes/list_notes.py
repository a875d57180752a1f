"""What list_notes.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListNotesVariables(TypedDict):
    id: str
    first: int
    after: NotRequired[str | None]


class ListNotesViewer(TypedDict):
    cursor: str | None


class ListNotesNotesEdgesNode(TypedDict):
    id: str
    kind: Literal["MEETING_SUMMARY", "CALL_SUMMARY"] | None
    text: str
    html: str
    pinned: bool
    version: int
    createdAt: str
    createdBy: str
    updatedAt: str
    updatedBy: str


class ListNotesNotesEdges(TypedDict):
    node: ListNotesNotesEdgesNode


class ListNotesNotesPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListNotesNotes(TypedDict):
    edges: list[ListNotesNotesEdges]
    pageInfo: ListNotesNotesPageInfo


class ListNotes(TypedDict):
    viewer: ListNotesViewer | None
    notes: ListNotesNotes


list_notes: Operation[ListNotes] = load("notes/list_notes")
