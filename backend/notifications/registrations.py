"""What other domains may ask about notifications: what they say of a contact."""

from __future__ import annotations

from backend.core.registry import PersonalData, personal_data
from backend.notifications.service import erase_notifications, gather_notifications

personal_data.register(
    "notifications",
    PersonalData(
        name="notifications",
        tables=("notification",),
        gather=gather_notifications,
        erase=erase_notifications,
    ),
)
