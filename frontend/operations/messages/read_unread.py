"""What read_unread.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadUnreadVariables(TypedDict):
    id: str


class ReadUnreadContactThread(TypedDict):
    unreadCount: int


class ReadUnread(TypedDict):
    contactThread: ReadUnreadContactThread | None


read_unread: Operation[ReadUnread] = load("messages/read_unread")
