"""What restore_segment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RestoreSegmentInput(TypedDict):
    id: str


class RestoreSegmentVariables(TypedDict):
    input: RestoreSegmentInput


class RestoreSegmentRestoreSegmentSegment(TypedDict):
    id: str
    name: str


class RestoreSegmentRestoreSegmentErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreSegmentRestoreSegmentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreSegmentRestoreSegmentErrorsParameters]


class RestoreSegmentRestoreSegment(TypedDict):
    segment: RestoreSegmentRestoreSegmentSegment | None
    errors: list[RestoreSegmentRestoreSegmentErrors]


class RestoreSegment(TypedDict):
    restoreSegment: RestoreSegmentRestoreSegment | None


restore_segment: Operation[RestoreSegment] = load("segments/restore_segment")
