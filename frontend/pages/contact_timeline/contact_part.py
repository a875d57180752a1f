"""What the story brings to the page of a contact."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactTab
from frontend.pages.contact_timeline.tab import TimelineTab

TABS = (
    ContactTab(
        "timeline",
        lambda: t("Timeline"),
        "history",
        order=10,
        component=TimelineTab,
        reads=("timeline",),
        when_deleted=True,
    ),
)
