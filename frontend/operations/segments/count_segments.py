"""What count_segments.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CountSegmentsVariables(TypedDict):
    pass


class CountSegmentsSegments(TypedDict):
    id: str
    contactCount: int


class CountSegments(TypedDict):
    segments: list[CountSegmentsSegments]


count_segments: Operation[CountSegments] = load("segments/count_segments")
