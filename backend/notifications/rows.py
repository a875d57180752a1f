"""Notifications as reads return them: light objects, one per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.contacts.rows import ContactRow
from backend.core.clock import from_micros
from backend.core.ids import GlobalId

NOTIFICATION_COLUMNS = (
    "notification.id, notification.kind, notification.contact_id, notification.subject, "
    "notification.title, notification.actor_name, notification.created_at, notification.read_at"
)


@dataclass(slots=True)
class NotificationRow:
    """A notification, its first fields in the order of :data:`NOTIFICATION_COLUMNS`."""

    pk: int
    kind: str
    contact_key: int | None
    subject_id: str
    title: str
    actor_name: str
    created_micros: int
    read_micros: int | None
    contact: ContactRow | None = None

    id = GlobalId("Notification", "pk")
    """The global id."""

    @property
    def created_at(self) -> datetime:
        """When it came."""
        return from_micros(self.created_micros)

    @property
    def read_at(self) -> datetime | None:
        """When it was read."""
        return None if self.read_micros is None else from_micros(self.read_micros)
