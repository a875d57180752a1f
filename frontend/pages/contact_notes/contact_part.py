"""The tab of notes, and what the timeline says of them."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactStory, ContactTab, Entry, who
from frontend.pages.contact_notes.tab import NotesTab


def _added(entry: Entry) -> str:
    kind = entry["payload"].get("noteKind")
    if kind == "meeting":
        return t("{who} summed up a meeting", who=who(entry))
    if kind == "call":
        return t("{who} summed up a call", who=who(entry))
    return t("{who} wrote a note", who=who(entry))


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
STORIES = (
    ContactStory(
        "NOTE",
        lambda: t("Notes"),
        "notebook-pen",
        order=20,
        words={
            "note.added": _added,
            "note.edited": lambda entry: t("{who} edited a note", who=who(entry)),
            "note.pinned": lambda entry: t("{who} pinned a note", who=who(entry)),
            "note.unpinned": lambda entry: t("{who} unpinned a note", who=who(entry)),
            "note.deleted": lambda entry: t("{who} deleted a note", who=who(entry)),
            "note.restored": lambda entry: t("{who} restored a note", who=who(entry)),
        },
    ),
)
