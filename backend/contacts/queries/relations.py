"""The lists of contacts: one statement each, whatever the number of contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

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

BLOCK = 100
"""From so many contacts on, their lists are read as blocks."""


class _Lists(NamedTuple):
    """Where a list of contacts is: the contact's column first, then what makes a row."""

    name: str
    columns: str
    source: str
    order: str
    row: Callable[..., Any]


_LISTS = (
    _Lists(
        "emails",
        "contact_id, id, address, kind, status, status_changed_at, bounced_at",
        "contact_email",
        "position, id",
        EmailRow,
    ),
    _Lists(
        "phones", "contact_id, id, number, e164, kind", "contact_phone", "position, id", PhoneRow
    ),
    _Lists(
        "addresses",
        "contact_id, id, kind, street, extended, city, region, postal_code, country_code",
        "contact_address",
        "position, id",
        AddressRow,
    ),
    _Lists(
        "labels",
        f"contact_id, {LABEL_COLUMNS}",
        "contact_label JOIN label ON label.id = contact_label.label_id",
        "label.folded_name, label.id",
        LabelRow,
    ),
)


async def fill(contacts: Sequence[ContactRow], wanted: Wanted) -> None:
    """Give contacts the lists that are wanted.

    The contacts were read within an account: their lists are the account's too.
    """
    by_id = {contact.pk: contact for contact in contacts}
    if not by_id:
        return
    await _fill_lists(by_id, [each for each in _LISTS if getattr(wanted, each.name)])
    if wanted.emails and wanted.consents:
        await _fill_consents(by_id)
    account_id = contacts[0].account_id
    if wanted.wants_values:
        await _fill_values(by_id, account_id, wanted)
    if wanted.added:
        await _fill_added(by_id, account_id, wanted)


async def _fill_lists(by_id: dict[int, ContactRow], chosen: Sequence[_Lists]) -> None:
    asked = values_in("contact_id", by_id, read.dialect)
    statements = [
        (each.columns, f"FROM {each.source} WHERE {asked.text} ORDER BY contact_id, {each.order}")
        for each in chosen
    ]
    if len(by_id) >= BLOCK:
        found = [await read.fetch_block(*each, asked.params) for each in statements]
    else:
        found = await read.fetch_all(
            [(f"SELECT {columns} {rest}", asked.params) for columns, rest in statements]
        )
    for lists, rows in zip(chosen, found, strict=True):
        make = cache(lists.row) if lists.row is LabelRow else lists.row  # many share a label
        for key, own in groupby(rows, key=itemgetter(0)):
            setattr(by_id[key], lists.name, [make(*row[1:]) for row in own])


async def _fill_consents(by_id: dict[int, ContactRow]) -> None:
    found = await consents_of(by_id)
    for contact in by_id.values():
        contact.emails = [
            replace(email, consent_history=found.get(email.pk, ())) for email in contact.emails
        ]


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
