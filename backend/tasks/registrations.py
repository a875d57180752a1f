"""What other domains may ask about tasks: those of a contact, with whom they go."""

from __future__ import annotations

from backend.contacts.followers import contact_followers
from backend.contacts.mentions import MentionedIn, mentions
from backend.core.registry import PersonalData, personal_data
from backend.tasks.service.following import TASKS
from backend.tasks.service.tidy import erase_tasks, gather_tasks

personal_data.register(
    "tasks",
    PersonalData(name="tasks", tables=("task",), gather=gather_tasks, erase=erase_tasks),
)
mentions.register("tasks", MentionedIn("task", ("title",)))
contact_followers.register(TASKS.name, TASKS)
