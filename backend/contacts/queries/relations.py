"""The lists of contacts: one statement each, whatever the number of contacts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from backend.contacts.queries.consents import consents_of
from backend.contacts.rows import (
    VALUE_ROWS,
    AddressRow,
    ContactRow,
    EmailRow,
    PhoneRow,
    Wanted,
)
from backend.contacts.sql import Sql, values_in
from backend.core.added_fields import read_added
from backend.core.columns import Columns
from backend.core.database import read
from backend.custom_fields.service import fields_of
from backend.labels.rows import LABEL_COLUMNS, LabelRow

BLOCK = 100
"""From so many contacts on, their lists are read as blocks."""


class _Lists(NamedTuple):
    """Where a list of contacts is, and what its rows are made of beside the contact's column.

    ``own`` are attributes that are looked at here, or by properties of the contact.
    """

    name: str
    columns: Columns[Any]
    source: str
    order: str
    own: tuple[str, ...] = ()


_LISTS = (
    _Lists(
        "emails",
        Columns(EmailRow, "id, address, kind, status, status_changed_at, bounced_at"),
        "contact_email",
        "position, id",
        ("kind",),
    ),
    _Lists(
        "phones",
        Columns(PhoneRow, "id, number, e164, kind"),
        "contact_phone",
        "position, id",
        ("kind",),
    ),
    _Lists(
        "addresses",
        Columns(AddressRow, "id, kind, street, extended, city, region, postal_code, country_code"),
        "contact_address",
        "position, id",
    ),
    _Lists(
        "labels",
        Columns(LabelRow, LABEL_COLUMNS),
        "contact_label JOIN label ON label.id = contact_label.label_id",
        "label.folded_name, label.id",
    ),
)


Lists = defaultdict[str, dict[int, Any]]
"""What contacts are given, by attribute and contact."""


async def fill(contacts: Sequence[ContactRow], account_id: int, wanted: Wanted) -> None:
    """Give contacts of an account the lists that are wanted."""
    if contacts:
        ids = sorted([contact.pk for contact in contacts])  # SQLite looks them up in this order
        give(contacts, await lists_of(account_id, ids, wanted))


def give(contacts: Sequence[ContactRow], lists: Lists) -> None:
    """Give contacts what was read for them."""
    by_id = {contact.pk: contact for contact in contacts}
    for name, held in lists.items():
        for key, value in held.items():
            setattr(by_id[key], name, value)


async def lists_of(account_id: int, ids: Collection[int], wanted: Wanted) -> Lists:
    """Return the lists that are wanted of some contacts, on one trip but for what hangs on others.

    What is read of a contact that is not the account's must be shown to nobody.
    """
    lists: Lists = defaultdict(dict)
    works = [_read_lists(lists, ids, wanted)]
    if wanted.wants_values:
        works.append(_read_values(lists, account_id, ids, wanted))
    if wanted.added:
        works.append(_read_added(lists, account_id, ids, wanted))
    await read.together(*works)
    if wanted.emails and wanted.consents:
        await _read_consents(lists, ids)
    return lists


async def _read_lists(found: Lists, ids: Collection[int], wanted: Wanted) -> None:
    lists = [each for each in _LISTS if getattr(wanted, each.name)]
    chosen = [each.columns.of(getattr(wanted.seen, each.name), *each.own) for each in lists]
    asked = _of_contacts(ids)
    statements = [
        (
            f"contact_id, {rows.columns}",
            f"FROM {each.source} WHERE {asked.text} ORDER BY contact_id, {each.order}",
        )
        for each, rows in zip(lists, chosen, strict=True)
    ]
    if len(ids) >= BLOCK:
        rows_of_lists = [await read.fetch_block(*each, asked.params) for each in statements]
    else:
        rows_of_lists = await read.fetch_all(
            [(f"SELECT {columns} {rest}", asked.params) for columns, rest in statements]
        )
    for each, (_, make), rows in zip(lists, chosen, rows_of_lists, strict=True):
        held: defaultdict[int, list[Any]] = defaultdict(list)
        for row in rows:
            held[row[0]].append(make(*row[1:]))
        found[each.name] = held


def _of_contacts(ids: Collection[int]) -> Sql:
    if len(ids) == 1:
        return Sql("contact_id = ?", tuple(ids))
    return values_in("contact_id", ids, read.dialect)


async def _read_consents(found: Lists, ids: Collection[int]) -> None:
    steps = await consents_of(ids)
    for key, emails in found["emails"].items():
        found["emails"][key] = [
            replace(email, consent_history=steps.get(email.pk, ())) for email in emails
        ]


async def rows_of(
    columns: str, rest: str, params: Sequence[Any], *, among: int
) -> list[tuple[Any, ...]]:
    """Return the rows of ``SELECT columns rest``, of so many contacts."""
    if among >= BLOCK:
        return await read.fetch_block(columns, rest, params)
    return await read.fetch(f"SELECT {columns} {rest}", params)


async def _read_added(found: Lists, account_id: int, ids: Collection[int], wanted: Wanted) -> None:
    found["added"] = await read_added(wanted.added, account_id, list(ids))


async def _read_values(found: Lists, account_id: int, ids: Collection[int], wanted: Wanted) -> None:
    """Read custom values in the order of the fields: two statements."""
    fields = {
        field.pk: field
        for field in await fields_of(account_id)
        if wanted.all_values or field.pk in wanted.value_fields
    }
    if not fields:
        return
    owners = values_in("contact_id", ids, read.dialect)
    asked = values_in("field_id", fields, read.dialect)
    rows = await rows_of(
        "contact_id, field_id, value",
        f"FROM contact_value WHERE {owners.text} AND {asked.text}",
        (*owners.params, *asked.params),
        among=len(ids),
    )
    order = {key: place for place, key in enumerate(fields)}
    for contact_id, field_id, value in sorted(rows, key=lambda row: order[row[1]]):
        field = fields[field_id]
        found["values"].setdefault(contact_id, []).append(VALUE_ROWS[field.kind](field, value))
