"""What other domains may ask about contacts: their personal data, and the columns of files."""

from __future__ import annotations

from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.contacts.mentions import MentionedIn, mentions
from backend.contacts.service.history import move_history
from backend.contacts.service.privacy import erase_contact, gather_contact
from backend.core.registry import (
    Column,
    PersonalData,
    exportable_columns,
    importable_columns,
    personal_data,
)

personal_data.register(
    "contacts",
    PersonalData(
        name="contacts",
        tables=(
            "contact",
            "contact_email",
            "contact_consent",
            "contact_phone",
            "contact_address",
            "contact_label",
            "contact_value",
            "contact_search",
            "contact_act_entry",
            "contact_move",
            "change",
        ),
        gather=gather_contact,
        erase=erase_contact,
    ),
)

contact_followers.register("history", ContactFollower("history", move=move_history))
contact_followers.register(
    "consents", ContactFollower("consents", move=moving_rows("contact_consent"))
)

mentions.register("history", MentionedIn("change", ("payload",)))
mentions.register("acts", MentionedIn("contact_act", ("detail",)))

_COLUMNS = (
    Column("given_name"),
    Column("family_name"),
    Column("company"),
    Column("position"),
    Column("email", repeatable=True),
    Column("email_kind", repeatable=True),
    Column("email_status", repeatable=True),
    Column("email_status_since", repeatable=True),
    Column("phone", repeatable=True),
    Column("phone_kind", repeatable=True),
    Column("address_kind", repeatable=True),
    Column("street", repeatable=True),
    Column("extended", repeatable=True),
    Column("city", repeatable=True),
    Column("region", repeatable=True),
    Column("postal_code", repeatable=True),
    Column("country", repeatable=True),
    Column("labels"),
    Column("created"),
    Column("last_activity"),
)

for _column in _COLUMNS:
    importable_columns.register(_column.name, _column)
    exportable_columns.register(_column.name, _column)
