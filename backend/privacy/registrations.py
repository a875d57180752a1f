"""How privacy requests follow contacts: a merged person is the contact that has it all."""

from __future__ import annotations

from backend.contacts.followers import ContactFollower, contact_followers, moving_rows

contact_followers.register(
    "privacy", ContactFollower("privacy", moving_rows("privacy_request_person"))
)
