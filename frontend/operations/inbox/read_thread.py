"""What read_thread.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadThreadVariables(TypedDict):
    id: str


class ReadThreadThreadContact(TypedDict):
    id: str
    version: int
    displayName: str
    photoUrl: str | None


class ReadThreadThread(TypedDict):
    id: str
    contact: ReadThreadThreadContact | None
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


class ReadThread(TypedDict):
    thread: ReadThreadThread | None


read_thread: Operation[ReadThread] = load("inbox/read_thread")
