"""What follow_threads.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowThreadsVariables(TypedDict):
    after: NotRequired[str | None]


class FollowThreadsInboxChangedThreads(TypedDict):
    id: str


class FollowThreadsInboxChanged(TypedDict):
    cursor: str
    reset: bool
    threads: list[FollowThreadsInboxChangedThreads]


class FollowThreads(TypedDict):
    inboxChanged: FollowThreadsInboxChanged


follow_threads: Operation[FollowThreads] = load("messages/follow_threads")
