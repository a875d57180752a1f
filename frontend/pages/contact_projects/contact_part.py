"""The tab of projects, and the words of the timeline for them."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactStory, ContactTab, who
from frontend.pages.contact_projects.tab import ProjectsTab

TABS = (
    ContactTab(
        "projects",
        lambda: t("Projects"),
        "briefcase",
        order=40,
        component=ProjectsTab,
        reads=("projects",),
    ),
)
STORIES = (
    ContactStory(
        "PROJECT",
        lambda: t("Projects"),
        "briefcase",
        order=40,
        words={
            "lead.received": lambda entry: t("A lead came in by {who}", who=who(entry)),
            "project.status_changed": lambda entry: t(
                "{who} changed where a project stands", who=who(entry)
            ),
        },
    ),
)
