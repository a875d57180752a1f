"""The lists of contacts: one statement each, whatever the number of contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from backend.contacts.queries.consents import consents_of
from backend.contacts.rows import (
    VALUE_ROWS,
    AddressRow,
    ContactRow,
    EmailRow,
    PhoneRow,
    ValueRow,
    Wanted,
)
from backend.contacts.sql import values_in
from backend.core.added_fields import read_added
from backend.core.database import read
from backend.custom_fields.service import fields_of
from backend.labels.rows import LABEL_COLUMNS, LabelRow

T = TypeVar("T")
BLOCK = 100
"""From so many contacts on, their lists are read as blocks."""


class _Lists(NamedTuple):
    """Where a list of contacts is: the contact's column first, then what makes a row."""

    columns: str
    source: str
    order: str


_EMAILS = _Lists(
    "contact_id, id, address, kind, status, status_changed_at, bounced_at",
    "contact_email",
    "position, id",
)
_PHONES = _Lists("contact_id, id, number, e164, kind", "contact_phone", "position, id")
_ADDRESSES = _Lists(
    "contact_id, id, kind, street, extended, city, region, postal_code, country_code",
    "contact_address",
    "position, id",
)
_LABELS = _Lists(
    f"contact_id, {LABEL_COLUMNS}",
    "contact_label JOIN label ON label.id = contact_label.label_id",
    "label.folded_name, label.id",
)


async def fill(contacts: Sequence[ContactRow], wanted: Wanted) -> None:
    """Give contacts the lists that are wanted.

    The contacts were read within an account: their lists are the account's too.
    """
    by_id = {contact.pk: contact for contact in contacts}
    if not by_id:
        return
    if wanted.emails:
        await _fill_emails(by_id, with_consents=wanted.consents)
    if wanted.phones:
        for contact, phones in await _lists(_PHONES, by_id, PhoneRow):
            contact.phones = phones
    if wanted.addresses:
        for contact, addresses in await _lists(_ADDRESSES, by_id, AddressRow):
            contact.addresses = addresses
    if wanted.labels:
        for contact, labels in await _lists(_LABELS, by_id, cache(LabelRow)):
            contact.labels = labels
    account_id = contacts[0].account_id
    if wanted.wants_values:
        await _fill_values(by_id, account_id, wanted)
    if wanted.added:
        await _fill_added(by_id, account_id, wanted)


async def _fill_emails(by_id: dict[int, ContactRow], *, with_consents: bool) -> None:
    for contact, emails in await _lists(_EMAILS, by_id, EmailRow):
        contact.emails = emails
    if with_consents:
        found = await consents_of(by_id)
        for contact in by_id.values():
            contact.emails = [
                replace(email, consent_history=found.get(email.pk, ())) for email in contact.emails
            ]


async def _lists(
    lists: _Lists, by_id: dict[int, ContactRow], make: Callable[..., T]
) -> Iterable[tuple[ContactRow, list[T]]]:
    asked = values_in("contact_id", by_id, read.dialect)
    rest = f"FROM {lists.source} WHERE {asked.text} ORDER BY contact_id, {lists.order}"
    rows = await rows_of(lists.columns, rest, asked.params, among=len(by_id))
    return (
        (by_id[key], [make(*row[1:]) for row in own])
        for key, own in groupby(rows, key=itemgetter(0))
    )


async def rows_of(
    columns: str, rest: str, params: Sequence[Any], *, among: int
) -> list[tuple[Any, ...]]:
    """Return the rows of ``SELECT columns rest``, of so many contacts."""
    if among >= BLOCK:
        return await read.fetch_block(columns, rest, params)
    return await read.fetch(f"SELECT {columns} {rest}", params)


async def _fill_added(by_id: dict[int, ContactRow], account_id: int, wanted: Wanted) -> None:
    found = await read_added(wanted.added, account_id, list(by_id))
    for key, contact in by_id.items():
        contact.added = found[key]


async def _fill_values(by_id: dict[int, ContactRow], account_id: int, wanted: Wanted) -> None:
    """Give contacts their custom values in the order of the fields: two statements."""
    fields = {
        field.pk: field
        for field in await fields_of(account_id)
        if wanted.all_values or field.pk in wanted.value_fields
    }
    if not fields:
        return
    owners = values_in("contact_id", by_id, read.dialect)
    asked = values_in("field_id", fields, read.dialect)
    rows = await rows_of(
        "contact_id, field_id, value",
        f"FROM contact_value WHERE {owners.text} AND {asked.text}",
        (*owners.params, *asked.params),
        among=len(by_id),
    )
    order = {key: place for place, key in enumerate(fields)}
    found: dict[int, list[ValueRow]] = {}
    for contact_id, field_id, value in sorted(rows, key=lambda row: order[row[1]]):
        field = fields[field_id]
        found.setdefault(contact_id, []).append(VALUE_ROWS[field.kind](field, value))
    for key, values in found.items():
        by_id[key].values = values
