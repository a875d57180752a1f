"""What other domains may ask about duplicates: personal data, and where old ids lead."""

from __future__ import annotations

from backend.contacts.followers import ContactFollower, contact_followers
from backend.contacts.redirects import register_redirects
from backend.core.registry import PersonalData, personal_data
from backend.duplicates.queries.merges import merged_into
from backend.duplicates.service.privacy import (
    erase_duplicates,
    forget_merged,
    gather_duplicates,
    stay_merged,
)

personal_data.register(
    "duplicates",
    PersonalData(
        name="duplicates",
        tables=("duplicate_key", "duplicate_pair", "contact_merge"),
        gather=gather_duplicates,
        erase=erase_duplicates,
    ),
)
contact_followers.register("merges", ContactFollower("merges", stay_merged, forget=forget_merged))
register_redirects(merged_into)
