"""The lists of contacts: one statement each, whatever the number of contacts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
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
from backend.contacts.sql import Sql, values_in
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


Lists = dict[int, dict[str, Any]]
"""What contacts are given, by contact and attribute."""


async def fill(contacts: Sequence[ContactRow], wanted: Wanted) -> None:
    """Give contacts the lists that are wanted.

    The contacts were read within an account: their lists are the account's too.
    """
    if contacts:
        ids = [contact.pk for contact in contacts]
        give(contacts, await lists_of(contacts[0].account_id, ids, wanted))


def give(contacts: Sequence[ContactRow], lists: Lists) -> None:
    """Give contacts what was read for them."""
    for contact in contacts:
        for name, values in lists[contact.pk].items():
            setattr(contact, name, values)


async def lists_of(account_id: int, ids: Collection[int], wanted: Wanted) -> Lists:
    """Return the lists that are wanted of some contacts, on one trip but for what hangs on others.

    What is read of a contact that is not the account's must be shown to nobody.
    """
    lists: Lists = {key: {} for key in ids}
    works = [_read_lists(lists, [each for each in _LISTS if getattr(wanted, each.name)])]
    if wanted.wants_values:
        works.append(_read_values(lists, account_id, wanted))
    if wanted.added:
        works.append(_read_added(lists, account_id, wanted))
    await read.together(*works)
    if wanted.emails and wanted.consents:
        await _read_consents(lists)
    return lists


async def _read_lists(found: Lists, chosen: Sequence[_Lists]) -> None:
    asked = _of_contacts(found)
    statements = [
        (each.columns, f"FROM {each.source} WHERE {asked.text} ORDER BY contact_id, {each.order}")
        for each in chosen
    ]
    if len(found) >= BLOCK:
        rows_of_lists = [await read.fetch_block(*each, asked.params) for each in statements]
    else:
        rows_of_lists = await read.fetch_all(
            [(f"SELECT {columns} {rest}", asked.params) for columns, rest in statements]
        )
    for lists, rows in zip(chosen, rows_of_lists, strict=True):
        make = cache(lists.row) if lists.row is LabelRow else lists.row  # many share a label
        for key, own in groupby(rows, key=itemgetter(0)):
            found[key][lists.name] = [make(*row[1:]) for row in own]


def _of_contacts(ids: Collection[int]) -> Sql:
    if len(ids) == 1:
        return Sql("contact_id = ?", tuple(ids))
    return values_in("contact_id", ids, read.dialect)


async def _read_consents(found: Lists) -> None:
    steps = await consents_of(found)
    for lists in found.values():
        lists["emails"] = [
            replace(email, consent_history=steps.get(email.pk, ()))
            for email in lists.get("emails", ())
        ]


async def rows_of(
    columns: str, rest: str, params: Sequence[Any], *, among: int
) -> list[tuple[Any, ...]]:
    """Return the rows of ``SELECT columns rest``, of so many contacts."""
    if among >= BLOCK:
        return await read.fetch_block(columns, rest, params)
    return await read.fetch(f"SELECT {columns} {rest}", params)


async def _read_added(found: Lists, account_id: int, wanted: Wanted) -> None:
    for key, added in (await read_added(wanted.added, account_id, list(found))).items():
        found[key]["added"] = added


async def _read_values(found: Lists, account_id: int, wanted: Wanted) -> None:
    """Read custom values in the order of the fields: two statements."""
    fields = {
        field.pk: field
        for field in await fields_of(account_id)
        if wanted.all_values or field.pk in wanted.value_fields
    }
    if not fields:
        return
    owners = values_in("contact_id", found, read.dialect)
    asked = values_in("field_id", fields, read.dialect)
    rows = await rows_of(
        "contact_id, field_id, value",
        f"FROM contact_value WHERE {owners.text} AND {asked.text}",
        (*owners.params, *asked.params),
        among=len(found),
    )
    order = {key: place for place, key in enumerate(fields)}
    values: dict[int, list[ValueRow]] = {}
    for contact_id, field_id, value in sorted(rows, key=lambda row: order[row[1]]):
        field = fields[field_id]
        values.setdefault(contact_id, []).append(VALUE_ROWS[field.kind](field, value))
    for key, own in values.items():
        found[key]["values"] = own
