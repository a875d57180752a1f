"""What list_threads.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListThreadsVariables(TypedDict):
    first: int
    after: NotRequired[str | None]
    archived: bool
    search: NotRequired[str | None]


class ListThreadsViewer(TypedDict):
    cursor: str | None


class ListThreadsMailbox(TypedDict):
    id: str
    readProblem: str | None


class ListThreadsThreadsPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListThreadsThreadsEdgesNodeContact(TypedDict):
    id: str
    version: int
    displayName: str
    photoUrl: str | None


class ListThreadsThreadsEdgesNode(TypedDict):
    id: str
    contact: ListThreadsThreadsEdgesNodeContact | None
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


class ListThreadsThreadsEdges(TypedDict):
    node: ListThreadsThreadsEdgesNode


class ListThreadsThreads(TypedDict):
    pageInfo: ListThreadsThreadsPageInfo
    edges: list[ListThreadsThreadsEdges]


class ListThreads(TypedDict):
    viewer: ListThreadsViewer | None
    mailbox: ListThreadsMailbox | None
    threads: ListThreadsThreads


list_threads: Operation[ListThreads] = load("inbox/list_threads")
