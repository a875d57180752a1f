"""What count_unread_threads.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CountUnreadThreadsVariables(TypedDict):
    pass


class CountUnreadThreadsViewer(TypedDict):
    cursor: str | None


class CountUnreadThreads(TypedDict):
    viewer: CountUnreadThreadsViewer | None
    unreadThreadCount: int


count_unread_threads: Operation[CountUnreadThreads] = load("inbox/count_unread_threads")
