"""How privacy requests follow contacts: a merged person is the contact that has it all."""

from __future__ import annotations

from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.core.registry import PersonalData, personal_data
from backend.privacy.service.held import erase_requests, gather_requests

contact_followers.register(
    "privacy", ContactFollower("privacy", moving_rows("privacy_request_person"))
)
personal_data.register(
    "privacy",
    PersonalData(
        name="privacy",
        tables=("privacy_request", "privacy_request_person"),
        gather=gather_requests,
        erase=erase_requests,
    ),
)
