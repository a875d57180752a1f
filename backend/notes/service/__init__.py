"""Verbs of notes.

write    add, edit, pin
trash    delete, restore, erase for good
privacy  what is held about a contact, and its end
"""

from backend.notes.service.trash import delete_note, purge_deleted_notes, restore_note
from backend.notes.service.write import (
    UNSET,
    NoteChanges,
    NoteDraft,
    NoteWritten,
    Unset,
    add_note,
    edit_note,
    pin_note,
)

__all__ = [
    "UNSET",
    "NoteChanges",
    "NoteDraft",
    "NoteWritten",
    "Unset",
    "add_note",
    "delete_note",
    "edit_note",
    "pin_note",
    "purge_deleted_notes",
    "restore_note",
]
