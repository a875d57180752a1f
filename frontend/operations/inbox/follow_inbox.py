"""What follow_inbox.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowInboxVariables(TypedDict):
    after: NotRequired[str | None]


class FollowInboxInboxChangedThreadsContact(TypedDict):
    id: str
    version: int
    displayName: str
    photoUrl: str | None


class FollowInboxInboxChangedThreads(TypedDict):
    id: str
    contact: FollowInboxInboxChangedThreadsContact | None
    address: str | None
    name: str | None
    isArchived: bool
    isUnread: bool
    unreadCount: int
    subject: str
    excerpt: str
    lastDirection: Literal["IN", "OUT"]
    lastState: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    lastAt: str


class FollowInboxInboxChanged(TypedDict):
    cursor: str
    reset: bool
    threads: list[FollowInboxInboxChangedThreads]
    gone: list[str]


class FollowInbox(TypedDict):
    inboxChanged: FollowInboxInboxChanged


follow_inbox: Operation[FollowInbox] = load("inbox/follow_inbox")
