"""Who at Google became which contact: kept as an import goes on, and asked when they are gone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork
from backend.google.limits import MOST_REMOVED, NAME_LENGTH
from backend.google.queries import fetch_of_import
from backend.google.rows import EVERYBODY, FetchRow
from backend.google.table import listed_names
from backend.imports.parts import Fetch
from backend.imports.rows import ImportRow
from backend.imports.service.fetched import listed_in

_FIRST_ROW = 2


async def rows_came(unit: UnitOfWork, found: ImportRow, contacts: Mapping[int, int]) -> None:
    """Keep which contacts the rows of a fetched table became, in the unit that writes them."""
    fetch = await fetch_of_import(found.account_id, found.pk)
    listed = listed_in(found)
    if fetch is None or fetch.google_account_id is None or not listed.exists():
        return
    names = await asyncio.to_thread(listed_names, listed)
    rows = [
        (fetch.google_account_id, fetch.label, name, contact_id, found.pk)
        for row, contact_id in contacts.items()
        if 0 <= row - _FIRST_ROW < len(names)
        and len(name := names[row - _FIRST_ROW]) <= NAME_LENGTH
    ]
    await unit.execute_many(
        "INSERT INTO google_person (google_account_id, label, name, contact_id, contact_import_id) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (google_account_id, label, name) DO UPDATE "
        "SET contact_id = excluded.contact_id, contact_import_id = excluded.contact_import_id, "
        "gone_import_id = NULL",
        rows,
    )


async def note_removed(
    unit: UnitOfWork, found: FetchRow, fetch: Fetch, names: Sequence[str]
) -> None:
    """Count those who are gone from Google, and say which contacts they are; where nobody knows
    who came by this label, they are only counted.
    """
    if not names or found.google_account_id is None:
        fetch.removed += len(names)
        return
    label, given = ("", ()) if found.label == EVERYBODY else ("AND label = ? ", (found.label,))
    own = values_in("name", names, unit.dialect)
    rows = await unit.fetch(
        "UPDATE google_person SET gone_import_id = ? WHERE google_account_id = ? "  # noqa: S608
        f"{label}AND {own.text} RETURNING name, contact_id",
        (found.import_id, found.google_account_id, *given, *own.params),
    )
    if not rows and not await _knows_any(unit, found.google_account_id, found.label):
        fetch.removed += len(names)
        return
    fetch.removed += len({row[0] for row in rows})
    here = dict.fromkeys([*fetch.removed_ids, *sorted(row[1] for row in rows if row[1])])
    fetch.removed_ids = list(here)[:MOST_REMOVED]


async def _knows_any(unit: UnitOfWork, google_account_id: int, label: str) -> bool:
    sql = "SELECT 1 FROM google_person WHERE google_account_id = ? AND label = ? LIMIT 1"
    return bool(await unit.fetch(sql, (google_account_id, label)))


async def gather_people(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield by what names Google knows a contact, as far as it came from there."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        "SELECT DISTINCT p.name FROM google_person p JOIN google_account a "
        "ON a.id = p.google_account_id WHERE a.account_id = ? AND p.contact_id = ? ORDER BY p.name",
        (actor.account_id, contact_id),
    )
    for (name,) in rows:
        yield Held("imports", {"google_key": name})


async def erase_people(unit: UnitOfWork, contact_id: int) -> None:
    """Forget by what names Google knows a contact.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await unit.execute("DELETE FROM google_person WHERE contact_id = ?", (contact_id,))
