"""What list_sessions.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListSessionsVariables(TypedDict):
    pass


class ListSessionsViewerUser(TypedDict):
    id: str
    totpEnabled: bool
    recoveryCodesLeft: int


class ListSessionsViewerSessions(TypedDict):
    id: str
    createdAt: str
    lastSeenAt: str
    userAgent: str
    ipAddress: str
    current: bool


class ListSessionsViewer(TypedDict):
    user: ListSessionsViewerUser
    sessions: list[ListSessionsViewerSessions]


class ListSessions(TypedDict):
    viewer: ListSessionsViewer | None


list_sessions: Operation[ListSessions] = load("accounts/list_sessions")
