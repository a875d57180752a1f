"""What follow_unread_threads.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowUnreadThreadsVariables(TypedDict):
    after: NotRequired[str | None]


class FollowUnreadThreadsInboxChanged(TypedDict):
    cursor: str
    unreadCount: int


class FollowUnreadThreads(TypedDict):
    inboxChanged: FollowUnreadThreadsInboxChanged


follow_unread_threads: Operation[FollowUnreadThreads] = load("inbox/follow_unread_threads")
