"""What other domains may ask about projects: personal data, and how they follow contacts."""

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
from backend.marketplace.service.privacy import (
    erase_projects_of,
    forget_projects,
    gather_projects,
)

personal_data.register(
    "projects",
    PersonalData(
        name="projects",
        tables=("project", "project_file"),
        gather=gather_projects,
        erase=erase_projects_of,
    ),
)
mentions.register("projects", MentionedIn("project", ("title", "description")))
contact_followers.register(
    "projects",
    ContactFollower(
        "projects",
        moving_rows("project"),
        forget=forget_projects,
        belongs=Belongings(Belonging.PROJECT, counting_rows("project")),
    ),
)
