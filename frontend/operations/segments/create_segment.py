"""What create_segment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter, ContactSort


class CreateSegmentInput(TypedDict):
    name: str
    filter: ContactFilter
    sort: NotRequired[ContactSort | None]
    columns: NotRequired[list[str] | None]
    visibility: Literal["PRIVATE", "TEAM"]
    idempotencyKey: NotRequired[str | None]


class CreateSegmentVariables(TypedDict):
    input: CreateSegmentInput


class CreateSegmentCreateSegmentSegment(TypedDict):
    id: str
    name: str


class CreateSegmentCreateSegmentErrorsParameters(TypedDict):
    name: str
    value: str


class CreateSegmentCreateSegmentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateSegmentCreateSegmentErrorsParameters]


class CreateSegmentCreateSegment(TypedDict):
    segment: CreateSegmentCreateSegmentSegment | None
    errors: list[CreateSegmentCreateSegmentErrors]


class CreateSegment(TypedDict):
    createSegment: CreateSegmentCreateSegment | None


create_segment: Operation[CreateSegment] = load("segments/create_segment")
