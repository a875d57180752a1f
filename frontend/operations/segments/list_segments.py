"""What list_segments.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from frontend.operations import Operation, load


class ListSegmentsVariables(TypedDict):
    pass


class ListSegmentsSegments(TypedDict):
    id: str
    name: str
    filter: Any
    sort: Any | None
    columns: list[str] | None
    visibility: Literal["PRIVATE", "TEAM"]
    ownerName: str | None
    isMine: bool
    canEdit: bool
    version: int


class ListSegments(TypedDict):
    segments: list[ListSegmentsSegments]


list_segments: Operation[ListSegments] = load("segments/list_segments")
