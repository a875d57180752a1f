"""Reads that other domains may use: the queries themselves are this domain's own."""

from __future__ import annotations

from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.lookups import (
    account_country,
    contacts_by_email,
    contacts_by_given_key,
    contacts_by_id,
    contacts_by_phone,
)

__all__ = [
    "account_country",
    "contacts_by_email",
    "contacts_by_given_key",
    "contacts_by_id",
    "contacts_by_phone",
    "count_contacts",
]
