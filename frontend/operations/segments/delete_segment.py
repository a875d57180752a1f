"""What delete_segment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteSegmentInput(TypedDict):
    id: str


class DeleteSegmentVariables(TypedDict):
    input: DeleteSegmentInput


class DeleteSegmentDeleteSegmentErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteSegmentDeleteSegmentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteSegmentDeleteSegmentErrorsParameters]


class DeleteSegmentDeleteSegment(TypedDict):
    deletedId: str | None
    errors: list[DeleteSegmentDeleteSegmentErrors]


class DeleteSegment(TypedDict):
    deleteSegment: DeleteSegmentDeleteSegment | None


delete_segment: Operation[DeleteSegment] = load("segments/delete_segment")
