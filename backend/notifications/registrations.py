"""What notifications say of a contact, and how they go with it."""

from __future__ import annotations

from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.contacts.mentions import MentionedIn, mentions
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

mentions.register("notifications", MentionedIn("notification", ("title",)))
contact_followers.register(
    "notifications", ContactFollower("notifications", moving_rows("notification"))
)
