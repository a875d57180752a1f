"""What mark_notifications_read.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class MarkNotificationsReadInput(TypedDict):
    ids: NotRequired[list[str] | None]


class MarkNotificationsReadVariables(TypedDict):
    input: MarkNotificationsReadInput


class MarkNotificationsReadMarkNotificationsReadErrorsParameters(TypedDict):
    name: str
    value: str


class MarkNotificationsReadMarkNotificationsReadErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[MarkNotificationsReadMarkNotificationsReadErrorsParameters]


class MarkNotificationsReadMarkNotificationsRead(TypedDict):
    unreadCount: int | None
    errors: list[MarkNotificationsReadMarkNotificationsReadErrors]


class MarkNotificationsRead(TypedDict):
    markNotificationsRead: MarkNotificationsReadMarkNotificationsRead | None


mark_notifications_read: Operation[MarkNotificationsRead] = load("notifications/mark_notifications_read")
