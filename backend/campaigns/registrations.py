"""What other domains may ask about campaigns: personal data, and how letters follow contacts."""

from __future__ import annotations

from backend.campaigns.service.privacy import erase_letters, forget_recipients, gather_letters
from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.core.registry import PersonalData, personal_data

personal_data.register(
    "campaigns",
    PersonalData(
        name="campaigns",
        tables=("campaign_recipient",),
        gather=gather_letters,
        erase=erase_letters,
    ),
)
contact_followers.register(
    "campaigns",
    ContactFollower("campaigns", moving_rows("campaign_recipient"), forget=forget_recipients),
)
