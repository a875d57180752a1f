"""What follow_unread.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowUnreadVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowUnreadThreadChangedThread(TypedDict):
    unreadCount: int


class FollowUnreadThreadChanged(TypedDict):
    cursor: str
    reset: bool
    thread: FollowUnreadThreadChangedThread | None


class FollowUnread(TypedDict):
    threadChanged: FollowUnreadThreadChanged


follow_unread: Operation[FollowUnread] = load("messages/follow_unread")
