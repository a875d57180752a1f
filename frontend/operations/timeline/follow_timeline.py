"""What follow_timeline.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowTimelineVariables(TypedDict):
    contactId: str
    after: NotRequired[str | None]
    topics: NotRequired[list[Literal["ATTACHMENT", "BILLING_DOCUMENT", "CAMPAIGN", "CARD", "CONTACT", "MESSAGE", "NOTE", "PAYMENT_REQUEST", "PROJECT", "RECURRING_INVOICE", "SITE", "TASK"]] | None]


class FollowTimelineContactTimelineEntriesActor(TypedDict):
    kind: str
    name: str


class FollowTimelineContactTimelineEntriesChanges(TypedDict):
    field: str
    name: str | None
    type: Literal["TEXT", "NUMBER", "DATE", "URL"] | None
    before: list[str]
    after: list[str]


class FollowTimelineContactTimelineEntries(TypedDict):
    cursor: str
    at: str
    kind: str
    topic: Literal["ATTACHMENT", "BILLING_DOCUMENT", "CAMPAIGN", "CARD", "CONTACT", "MESSAGE", "NOTE", "PAYMENT_REQUEST", "PROJECT", "RECURRING_INVOICE", "SITE", "TASK"]
    actor: FollowTimelineContactTimelineEntriesActor
    title: str | None
    excerpt: str | None
    changes: list[FollowTimelineContactTimelineEntriesChanges]
    payload: Any


class FollowTimelineContactTimeline(TypedDict):
    cursor: str
    reset: bool
    entries: list[FollowTimelineContactTimelineEntries]


class FollowTimeline(TypedDict):
    contactTimeline: FollowTimelineContactTimeline


follow_timeline: Operation[FollowTimeline] = load("timeline/follow_timeline")
