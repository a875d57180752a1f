"""The tab of projects."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactTab
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
