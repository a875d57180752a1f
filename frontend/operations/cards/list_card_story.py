"""What list_card_story.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from frontend.operations import Operation, load


class ListCardStoryVariables(TypedDict):
    cardId: str
    first: int


class ListCardStoryCardTimelinePageInfo(TypedDict):
    hasNextPage: bool


class ListCardStoryCardTimelineEdgesNodeActor(TypedDict):
    kind: str
    name: str


class ListCardStoryCardTimelineEdgesNodeChanges(TypedDict):
    field: str
    name: str | None
    type: Literal["TEXT", "NUMBER", "DATE", "URL"] | None
    before: list[str]
    after: list[str]


class ListCardStoryCardTimelineEdgesNode(TypedDict):
    cursor: str
    at: str
    kind: str
    topic: Literal["ATTACHMENT", "BILLING_DOCUMENT", "CAMPAIGN", "CARD", "CONTACT", "MESSAGE", "NOTE", "PAYMENT_REQUEST", "PROJECT", "RECURRING_INVOICE", "SITE", "TASK"]
    actor: ListCardStoryCardTimelineEdgesNodeActor
    title: str | None
    excerpt: str | None
    changes: list[ListCardStoryCardTimelineEdgesNodeChanges]
    payload: Any


class ListCardStoryCardTimelineEdges(TypedDict):
    node: ListCardStoryCardTimelineEdgesNode


class ListCardStoryCardTimeline(TypedDict):
    pageInfo: ListCardStoryCardTimelinePageInfo
    edges: list[ListCardStoryCardTimelineEdges]


class ListCardStory(TypedDict):
    cardTimeline: ListCardStoryCardTimeline


list_card_story: Operation[ListCardStory] = load("cards/list_card_story")
