"""One function per verb on contacts, and the set-based writes under them.

create, update, delete, label, photo, fields, touch, purge, merge    the verbs
change, requested, describing, changing    one change to many contacts
acts, undo, forgetting, running    acts on many: remembered, taken back, forgotten, as jobs
selecting                          from ids or a filter to the contacts that an act is on
preparing, loading, edits  drafts checked; contacts as they stand; what an edit changes
consenting, subscribing    the history of subscriptions; addresses that say it themselves
following, parts           what others keep for contacts, taken along; noted for filters
trashing, inserting, saving, rows, search_index, totals    the statements
shelves, arranging         where contacts stand for the search; large books put in order
"""

from backend.contacts.service.acts import advance_act, begin_act, finish_act
from backend.contacts.service.bouncing import mark_address_bounced, mark_bounced, mark_inactive
from backend.contacts.service.change import ActAsked, cancel_act, change_contacts
from backend.contacts.service.create import (
    ContactsCreated,
    ContactWritten,
    add_contacts,
    bulk_create_contacts,
    create_contact,
)
from backend.contacts.service.delete import (
    Deletion,
    Erasure,
    Restoration,
    delete_contacts,
    erase_deleted,
    restore_contacts,
    restore_deletion,
)
from backend.contacts.service.fields import delete_field, restore_field
from backend.contacts.service.label import label_contacts
from backend.contacts.service.photo import remove_contact_photo, set_contact_photo
from backend.contacts.service.purge import purge_deleted_contacts
from backend.contacts.service.subscribing import statuses_of, subscribe_address
from backend.contacts.service.touch import touched_contact
from backend.contacts.service.undo import UndoStarted, undo_act
from backend.contacts.service.update import (
    ContactsUpdated,
    add_to_contacts,
    bulk_update_contacts,
    update_contact,
)

__all__ = [
    "ActAsked",
    "ContactWritten",
    "ContactsCreated",
    "ContactsUpdated",
    "Deletion",
    "Erasure",
    "Restoration",
    "UndoStarted",
    "add_contacts",
    "add_to_contacts",
    "advance_act",
    "begin_act",
    "bulk_create_contacts",
    "bulk_update_contacts",
    "cancel_act",
    "change_contacts",
    "create_contact",
    "delete_contacts",
    "delete_field",
    "erase_deleted",
    "finish_act",
    "label_contacts",
    "mark_address_bounced",
    "mark_bounced",
    "mark_inactive",
    "purge_deleted_contacts",
    "remove_contact_photo",
    "restore_contacts",
    "restore_deletion",
    "restore_field",
    "set_contact_photo",
    "statuses_of",
    "subscribe_address",
    "touched_contact",
    "undo_act",
    "update_contact",
]
