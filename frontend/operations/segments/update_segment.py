"""What update_segment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter, ContactSort


class UpdateSegmentInput(TypedDict):
    id: str
    version: int
    name: NotRequired[str | None]
    filter: NotRequired[ContactFilter | None]
    sort: NotRequired[ContactSort | None]
    columns: NotRequired[list[str] | None]
    visibility: NotRequired[Literal["PRIVATE", "TEAM"] | None]


class UpdateSegmentVariables(TypedDict):
    input: UpdateSegmentInput


class UpdateSegmentUpdateSegmentSegment(TypedDict):
    id: str
    name: str


class UpdateSegmentUpdateSegmentErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateSegmentUpdateSegmentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateSegmentUpdateSegmentErrorsParameters]


class UpdateSegmentUpdateSegment(TypedDict):
    segment: UpdateSegmentUpdateSegmentSegment | None
    errors: list[UpdateSegmentUpdateSegmentErrors]


class UpdateSegment(TypedDict):
    updateSegment: UpdateSegmentUpdateSegment | None


update_segment: Operation[UpdateSegment] = load("segments/update_segment")
