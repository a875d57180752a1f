"""The tab of notes."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactTab
from frontend.pages.contact_notes.tab import NotesTab

TABS = (
    ContactTab(
        "notes",
        lambda: t("Notes"),
        "notebook-pen",
        order=20,
        component=NotesTab,
        reads=("notes",),
    ),
)
