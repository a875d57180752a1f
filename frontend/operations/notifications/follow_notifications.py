"""What follow_notifications.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowNotificationsVariables(TypedDict):
    after: NotRequired[str | None]


class FollowNotificationsNotificationsNotifications(TypedDict):
    id: str
    kind: str
    subjectId: str
    title: str
    actorName: str


class FollowNotificationsNotifications(TypedDict):
    cursor: str
    unreadCount: int
    notifications: list[FollowNotificationsNotificationsNotifications]


class FollowNotifications(TypedDict):
    notifications: FollowNotificationsNotifications


follow_notifications: Operation[FollowNotifications] = load("notifications/follow_notifications")
