"""What list_notifications.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListNotificationsVariables(TypedDict):
    first: int


class ListNotificationsViewer(TypedDict):
    cursor: str | None


class ListNotificationsNotificationsEdgesNodeContact(TypedDict):
    id: str
    displayName: str


class ListNotificationsNotificationsEdgesNode(TypedDict):
    id: str
    kind: str
    subjectId: str
    title: str
    contact: ListNotificationsNotificationsEdgesNodeContact | None
    actorName: str
    createdAt: str
    readAt: str | None


class ListNotificationsNotificationsEdges(TypedDict):
    node: ListNotificationsNotificationsEdgesNode


class ListNotificationsNotifications(TypedDict):
    edges: list[ListNotificationsNotificationsEdges]


class ListNotifications(TypedDict):
    viewer: ListNotificationsViewer | None
    unreadNotificationCount: int
    notifications: ListNotificationsNotifications


list_notifications: Operation[ListNotifications] = load("notifications/list_notifications")
