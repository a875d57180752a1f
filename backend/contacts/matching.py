"""Filters in Python: whether a contact as it was at some moment is chosen."""

from __future__ import annotations

from backend.contacts.filters import (
    And,
    ChangedBy,
    ContactFilter,
    Countries,
    CustomContains,
    CustomRange,
    Deleted,
    Delivery,
    Holds,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Not,
    Or,
    Search,
    Subscription,
    Text,
    TimeRange,
)
from backend.contacts.kinds import Deliverability, TimeField
from backend.contacts.search_text import text_matches
from backend.contacts.snapshots import Snapshot


def matches(chosen: ContactFilter, contact: Snapshot) -> bool:
    """Whether a contact is chosen by a filter that was resolved."""
    match chosen:
        case And(filters):
            return all(matches(part, contact) for part in filters)
        case Or(filters):
            return any(matches(part, contact) for part in filters)
        case Not(part):
            return not matches(part, contact)
        case LabelsAny() | LabelsAll() | LabelsNone():
            return _carries(chosen, contact.label_ids)
        case CustomRange(field_id):
            return chosen.holds(contact.keys.get(field_id))
        case CustomContains(field_id, needle):
            return needle in contact.keys.get(field_id, "")
        case Text(field):
            return any(chosen.holds(key) for key in contact.keys_of(field))
    return _meets(chosen, contact)


def _meets(chosen: ContactFilter, contact: Snapshot) -> bool:
    match chosen:
        case Search():
            return text_matches(contact.text, chosen.asked)
        case Subscription(statuses):
            return not statuses.isdisjoint(contact.statuses)
        case Deleted(deleted):
            return contact.deleted is deleted
        case Ids(ids):
            return contact.id in ids
        case ChangedBy(act_id):
            return act_id in contact.act_ids
        case Countries(codes):
            return not codes.isdisjoint(contact.countries)
        case Holds(part, held):
            return (part in contact.parts) is held
        case Delivery(state):
            return contact.bounced if state is Deliverability.BOUNCED else contact.inactive
        case TimeRange(time):
            is_created = time is TimeField.CREATED
            return chosen.holds(contact.created_at if is_created else contact.last_activity_at)
    raise TypeError(chosen)


def _carries(chosen: LabelsAny | LabelsAll | LabelsNone, label_ids: frozenset[int]) -> bool:
    if isinstance(chosen, LabelsAll):
        return chosen.ids <= label_ids
    return chosen.ids.isdisjoint(label_ids) is isinstance(chosen, LabelsNone)
