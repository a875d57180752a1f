"""Rows of the tables of contacts, as writes put them in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.core.clock import to_micros
from backend.custom_fields.values import FieldValue

EMAIL_COLUMNS = (
    "account_id", "contact_id", "position", "address", "normalized", "kind", "status",
    "status_changed_at", "bounced_at",
)  # fmt: skip
PHONE_COLUMNS = ("account_id", "contact_id", "position", "number", "e164", "digits", "kind")
ADDRESS_COLUMNS = (
    "account_id", "contact_id", "position", "kind", "street", "extended", "city", "region",
    "postal_code", "country_code", "city_key", "postal_key",
)  # fmt: skip
LABEL_COLUMNS = ("account_id", "contact_id", "label_id")
VALUE_COLUMNS = ("account_id", "contact_id", "field_id", "key", "value")

Row = tuple[Any, ...]


def email_values(position: int, email: CleanEmail) -> Row:
    """Return an e-mail's columns from ``position`` on."""
    since = email.status_changed_at
    return (
        position,
        email.address,
        email.normalized,
        email.kind.value,
        email.status.value,
        None if since is None else to_micros(since),
        None if email.bounced_at is None else to_micros(email.bounced_at),
    )


def phone_values(position: int, phone: CleanPhone) -> Row:
    """Return a phone's columns from ``position`` on."""
    return position, phone.number, phone.e164, phone.digits, phone.kind.value


def address_values(position: int, address: CleanAddress) -> Row:
    """Return an address's columns from ``position`` on."""
    return position, address.kind.value, *address.texts, address.city_key, address.postal_key


def email_rows(owner: Row, emails: Iterable[CleanEmail]) -> list[Row]:
    """Return the rows of one contact; ``owner`` is its account and id."""
    return [(*owner, *email_values(place, email)) for place, email in enumerate(emails)]


def phone_rows(owner: Row, phones: Iterable[CleanPhone]) -> list[Row]:
    """Return the rows of one contact; ``owner`` is its account and id."""
    return [(*owner, *phone_values(place, phone)) for place, phone in enumerate(phones)]


def address_rows(owner: Row, addresses: Iterable[CleanAddress]) -> list[Row]:
    """Return the rows of one contact; ``owner`` is its account and id."""
    return [(*owner, *address_values(place, each)) for place, each in enumerate(addresses)]


def value_rows(owner: Row, values: Iterable[FieldValue]) -> list[Row]:
    """Return the rows of one contact's custom values; ``owner`` is its account and id."""
    return [(*owner, each.field_id, each.key, each.value) for each in values]
