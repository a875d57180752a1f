"""What list_timeline.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListTimelineVariables(TypedDict):
    contactId: str
    first: int
    after: NotRequired[str | None]
    topics: NotRequired[list[Literal["ATTACHMENT", "BILLING_DOCUMENT", "CAMPAIGN", "CARD", "CONTACT", "MESSAGE", "NOTE", "PAYMENT_REQUEST", "PROJECT", "RECURRING_INVOICE", "SITE", "TASK"]] | None]


class ListTimelineViewer(TypedDict):
    cursor: str | None


class ListTimelineContactTimelinePageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListTimelineContactTimelineEdgesNodeActor(TypedDict):
    kind: str
    name: str


class ListTimelineContactTimelineEdgesNodeChanges(TypedDict):
    field: str
    name: str | None
    type: Literal["TEXT", "NUMBER", "DATE", "URL"] | None
    before: list[str]
    after: list[str]


class ListTimelineContactTimelineEdgesNode(TypedDict):
    cursor: str
    at: str
    kind: str
    topic: Literal["ATTACHMENT", "BILLING_DOCUMENT", "CAMPAIGN", "CARD", "CONTACT", "MESSAGE", "NOTE", "PAYMENT_REQUEST", "PROJECT", "RECURRING_INVOICE", "SITE", "TASK"]
    actor: ListTimelineContactTimelineEdgesNodeActor
    title: str | None
    excerpt: str | None
    changes: list[ListTimelineContactTimelineEdgesNodeChanges]
    payload: Any


class ListTimelineContactTimelineEdges(TypedDict):
    node: ListTimelineContactTimelineEdgesNode


class ListTimelineContactTimeline(TypedDict):
    pageInfo: ListTimelineContactTimelinePageInfo
    edges: list[ListTimelineContactTimelineEdges]


class ListTimeline(TypedDict):
    viewer: ListTimelineViewer | None
    contactTimeline: ListTimelineContactTimeline


list_timeline: Operation[ListTimeline] = load("timeline/list_timeline")
