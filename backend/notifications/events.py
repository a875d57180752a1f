"""What happened to notifications, as the log keeps it.

The whole account reads the log: it says whom something was told, never what.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class NotificationCreated(Fact):
    """Somebody was told something; ``user`` is their global id."""

    kind: ClassVar[str] = "notification.created"
    subject_type: ClassVar[str] = "Notification"

    user: str


@dataclass(frozen=True, slots=True)
class NotificationsRead(Fact):
    """Somebody read their notifications, up to this one and maybe all."""

    kind: ClassVar[str] = "notification.read"
    subject_type: ClassVar[str] = "Notification"

    user: str
