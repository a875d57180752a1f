"""What other domains may ask about files: personal data, and how they follow contacts."""

from __future__ import annotations

from backend.contacts.followers import (
    Belongings,
    ContactFollower,
    contact_followers,
    counting_rows,
    moving_rows,
)
from backend.contacts.kinds import Belonging
from backend.core.registry import PersonalData, personal_data
from backend.files.service.privacy import (
    erase_attachments_of,
    forget_attachments,
    gather_attachments,
)

personal_data.register(
    "attachments",
    PersonalData(
        name="attachments",
        tables=("attachment",),
        gather=gather_attachments,
        erase=erase_attachments_of,
    ),
)
contact_followers.register(
    "attachments",
    ContactFollower(
        "attachments",
        moving_rows("attachment"),
        forget=forget_attachments,
        belongs=Belongings(Belonging.FILE, counting_rows("attachment", where="deleted_at IS NULL")),
    ),
)
