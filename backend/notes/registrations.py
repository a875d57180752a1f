"""What other domains may ask about notes: personal data, and how they follow contacts."""

from __future__ import annotations

from backend.contacts.followers import (
    Belongings,
    ContactFollower,
    contact_followers,
    counting_rows,
    moving_rows,
)
from backend.contacts.kinds import Belonging
from backend.contacts.mentions import MentionedIn, mentions
from backend.core.registry import PersonalData, personal_data
from backend.notes.service.privacy import erase_notes_of, forget_notes, gather_notes

personal_data.register(
    "notes",
    PersonalData(name="notes", tables=("note",), gather=gather_notes, erase=erase_notes_of),
)
mentions.register("notes", MentionedIn("note", ("text",)))
contact_followers.register(
    "notes",
    ContactFollower(
        "notes",
        moving_rows("note"),
        forget=forget_notes,
        belongs=Belongings(Belonging.NOTE, counting_rows("note", where="deleted_at IS NULL")),
    ),
)
