"""GraphQL of notes: parse → service or queries → wrap, nothing else.

types         the note, and ``Contact.notes``
inputs        what mutations take, and answer
fields        queries and mutations
subscription  a contact's notes as they change
"""

import backend.notes.registrations  # noqa: F401 - notes follow contacts wherever they can be written
from backend.notes.schema.fields import NotesMutation, NotesQuery
from backend.notes.schema.subscription import NotesSubscription

__all__ = ["NotesMutation", "NotesQuery", "NotesSubscription"]
