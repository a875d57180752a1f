"""One function per verb on contacts, and the set-based writes under them.

create, update, delete, label, photo, purge    the verbs
selecting                          from ids or a filter to the contacts that an act is on
preparing, loading, edits          drafts checked; contacts as they stand; what an edit changes
inserting, saving, rows, totals    the statements
"""

from backend.contacts.service.create import (
    ContactsCreated,
    ContactWritten,
    add_contacts,
    bulk_create_contacts,
    create_contact,
)

__all__ = [
    "ContactWritten",
    "ContactsCreated",
    "add_contacts",
    "bulk_create_contacts",
    "create_contact",
]
