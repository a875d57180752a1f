"""How privacy requests follow contacts: a merged person is the contact that has it all."""

from __future__ import annotations

from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.core.registry import PersonalData, personal_data
from backend.inbox.closings import letter_closings
from backend.privacy.service.held import erase_requests, forget_requests, gather_requests
from backend.privacy.service.sending import closing_of

contact_followers.register(
    "privacy",
    ContactFollower("privacy", moving_rows("privacy_request_person"), forget=forget_requests),
)
personal_data.register(
    "privacy",
    PersonalData(
        name="privacy",
        tables=(
            *("privacy_request", "privacy_request_person"),
            *("privacy_link", "privacy_download", "privacy_letter"),
        ),
        gather=gather_requests,
        erase=erase_requests,
    ),
)
letter_closings.register("privacy", closing_of)
