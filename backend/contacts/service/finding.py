"""Reads that other domains may use: the queries themselves are this domain's own."""

from __future__ import annotations

from backend.contacts.queries.acts import (
    acts_by_id,
    count_changed_since,
    get_act,
    is_act_under_way,
    kept_contacts,
)
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.identities import (
    Identity,
    PlaceIdentity,
    identities,
    ids_after,
    names_of,
)
from backend.contacts.queries.lookups import (
    account_country,
    contacts_by_email,
    contacts_by_given_key,
    contacts_by_id,
    contacts_by_origin,
    contacts_by_phone,
    present_contacts,
)
from backend.contacts.queries.mailing import mail_states, unwanted
from backend.contacts.queries.people import PersonReason, contacts_of_person
from backend.contacts.queries.problems import Examined, examine, saved_problems
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.whole import MostValues, all_ids, ids_in_order, most_values

__all__ = [
    "Examined",
    "Identity",
    "MostValues",
    "PersonReason",
    "PlaceIdentity",
    "account_country",
    "acts_by_id",
    "all_ids",
    "contacts_by_email",
    "contacts_by_given_key",
    "contacts_by_id",
    "contacts_by_origin",
    "contacts_by_phone",
    "contacts_of_person",
    "count_changed_since",
    "count_contacts",
    "examine",
    "get_act",
    "identities",
    "ids_after",
    "ids_in_order",
    "is_act_under_way",
    "kept_contacts",
    "mail_states",
    "most_values",
    "names_of",
    "present_contacts",
    "resolve_list",
    "saved_problems",
    "unwanted",
]
