"""Contacts as they stand, mostly read inside of the unit of work that is about to change them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.holdings import BITS, outer_bits, photo_bit
from backend.contacts.kinds import (
    AddressKind,
    ContactPart,
    EmailKind,
    PhoneKind,
    SubscriptionStatus,
)
from backend.contacts.search_keys import key_base
from backend.contacts.search_sql import live_key
from backend.contacts.snapshots import Place, Snapshot
from backend.contacts.sql import values_in
from backend.contacts.state import ContactState
from backend.core.clock import from_micros
from backend.core.database import read
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import FieldValue


@dataclass(frozen=True, slots=True)
class Stored:
    """A contact as the database has it; the items of its lists carry their ids.

    ``active_micros`` is when the client last took part in something, as it is stored;
    ``outer_bits`` what other domains keep for it (see ``holdings``).
    """

    id: int
    version: int
    photo_key: str | None
    deleted: bool
    text: str
    active_micros: int
    state: ContactState
    created_micros: int = 0
    outer_bits: int = 0

    @property
    def photo_bit(self) -> int:
        """What its photo adds to what it has at all."""
        return photo_bit(self.photo_key)

    @property
    def snapshot(self) -> Snapshot:
        """What filters know of it."""
        return Snapshot(
            self.id,
            self.text,
            frozenset(self.state.label_ids),
            frozenset(email.status.value for email in self.state.emails),
            self.deleted,
            {each.field_id: each.key for each in self.state.values},
            self.state.name_keys,
            tuple(email.normalized for email in self.state.emails),
            tuple(phone.digits for phone in self.state.phones),
            tuple(map(_place, self.state.addresses)),
            has_photo=self.photo_key is not None,
            bounced=any(email.bounced_at is not None for email in self.state.emails),
            inactive=self.state.inactive_micros is not None,
            created_at=self.created_micros,
            last_activity_at=self.active_micros,
            has_open_task=bool(self.outer_bits & BITS[ContactPart.OPEN_TASK]),
        )


def _place(address: CleanAddress) -> Place:
    return Place(address.city_key or "", address.postal_key or "", address.country_code or "")


async def load_contacts(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Stored]:
    """Return those of some contacts that the account has; the unit has the account's turn."""
    return await stored_contacts(unit.actor, ids)


async def stored_contacts(actor: Actor, ids: Collection[int]) -> dict[int, Stored]:
    """Return those of some contacts that the account has, to look at how they stand."""
    own = values_in("contact.id", ids, read.dialect)
    live = live_key(read.dialect)
    rows = await read.fetch(
        "SELECT contact.id, contact.version, contact.photo_key, contact.deleted_at, "  # noqa: S608
        "contact.inactive_since, contact.created_at, contact.last_activity_at, contact.holdings, "
        "contact_search.text, contact.given_name, contact.family_name, contact.company, "
        "contact.position FROM contact LEFT JOIN contact_search ON contact_search.id = "
        f"CASE WHEN contact.deleted_at IS NULL THEN {live} ELSE -contact.id - ? END "
        f"WHERE contact.account_id = ? AND {own.text} ORDER BY contact.id",
        (*[key_base(actor.account_id)] * 2, actor.account_id, *own.params),
    )
    if not rows:
        return {}
    found = [row[0] for row in rows]
    emails = await _lists(_EMAILS, found)
    phones = await _lists(_PHONES, found)
    addresses = await _lists(_ADDRESSES, found)
    labels = await _lists(_LABELS, found)
    values = await _lists(_VALUES, found)
    return {
        key: Stored(
            key,
            version,
            photo_key,
            deleted_at is not None,
            text or "",
            active,
            ContactState(
                given_name=names[0],
                family_name=names[1],
                company=names[2],
                position=names[3],
                emails=tuple(_email(row) for row in emails.get(key, ())),
                phones=tuple(_phone(row) for row in phones.get(key, ())),
                addresses=tuple(_address(row) for row in addresses.get(key, ())),
                label_ids=tuple(row[0] for row in labels.get(key, ())),
                values=tuple(_value(row) for row in values.get(key, ())),
                inactive_micros=inactive,
            ),
            created,
            outer_bits(holdings),
        )
        for (
            key,
            version,
            photo_key,
            deleted_at,
            inactive,
            created,
            active,
            holdings,
            text,
            *names,
        ) in rows
    }


_EMAILS = (
    "SELECT contact_id, address, normalized, kind, status, status_changed_at, bounced_at, id "
    "FROM contact_email WHERE {ids} ORDER BY contact_id, position, id"
)
_PHONES = (
    "SELECT contact_id, number, e164, digits, kind, id "
    "FROM contact_phone WHERE {ids} ORDER BY contact_id, position, id"
)
_ADDRESSES = (
    "SELECT contact_id, kind, street, extended, city, region, postal_code, country_code, id "
    "FROM contact_address WHERE {ids} ORDER BY contact_id, position, id"
)
_LABELS = "SELECT contact_id, label_id FROM contact_label WHERE {ids} ORDER BY contact_id, id"

_VALUES = (
    "SELECT contact_id, field_id, custom_field.kind, value, key FROM contact_value "
    "JOIN custom_field ON custom_field.id = field_id AND custom_field.deleted_at IS NULL "
    "WHERE {ids} ORDER BY contact_id, field_id"
)


async def _lists(statement: str, ids: Collection[int]) -> dict[int, list[Sequence[Any]]]:
    own = values_in("contact_id", ids, read.dialect)
    found: dict[int, list[Sequence[Any]]] = {}
    for key, *values in await read.fetch(statement.format(ids=own.text), own.params):
        found.setdefault(key, []).append(values)
    return found


def _email(row: Sequence[Any]) -> CleanEmail:
    address, normalized, kind, status, since, bounced, key = row
    return CleanEmail(
        address,
        normalized,
        EmailKind(kind),
        SubscriptionStatus(status),
        None if since is None else from_micros(since),
        key,
        None if bounced is None else from_micros(bounced),
    )


def _phone(row: Sequence[Any]) -> CleanPhone:
    number, e164, digits, kind, key = row
    return CleanPhone(number, e164, digits, PhoneKind(kind), key)


def _address(row: Sequence[Any]) -> CleanAddress:
    kind, street, extended, city, region, postal_code, country_code, key = row
    return CleanAddress(
        AddressKind(kind), street, extended, city, region, postal_code, country_code, key
    )


def _value(row: Sequence[Any]) -> FieldValue:
    field_id, kind, value, key = row
    return FieldValue(field_id, CustomFieldKind(kind), value, key)
