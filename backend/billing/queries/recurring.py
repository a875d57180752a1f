"""Recurring invoices: those whose day comes first, first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from backend.billing.limits import MAX_DAYS_SHOWN
from backend.billing.queries.documents import today_of
from backend.billing.recurring_rows import (
    DAY_COLUMNS,
    RECURRING_COLUMNS,
    PassedDay,
    RecurringRow,
)
from backend.contacts.sql import values_in
from backend.core.clock import now
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission

_SELECT = f"SELECT {RECURRING_COLUMNS} FROM recurring_invoice"
_OWN = "recurring_invoice.account_id = ? AND recurring_invoice.deleted_at IS NULL"
_AWAKE = "recurring_invoice.deleted_at IS NULL AND recurring_invoice.paused_at IS NULL"
_OF_NOBODY_IN_THE_TRASH = (
    "NOT EXISTS (SELECT 1 FROM contact WHERE contact.id = recurring_invoice.contact_id "
    "AND contact.deleted_at IS NOT NULL)"
)


async def recurring_page(
    actor: Actor, request: PageRequest, contact_id: int | None = None
) -> Page[RecurringRow]:
    """Return a page of the account's recurring invoices, or of a contact's.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    conditions, params = [f"{_SELECT} WHERE {_OWN}"], list[Any]([actor.account_id])
    if contact_id is not None:
        conditions.append("recurring_invoice.contact_id = ?")
        params.append(contact_id)
    for cursor, argument, sign in ((request.after, "after", ">"), (request.before, "before", "<")):
        if cursor is not None:
            conditions.append(f"(recurring_invoice.next_date, recurring_invoice.id) {sign} (?, ?)")
            params += decode_key(cursor, (str, int), (argument,))
    way = "DESC" if request.backward else "ASC"
    rows = await read.fetch(
        f"{' AND '.join(conditions)} ORDER BY recurring_invoice.next_date {way}, "
        f"recurring_invoice.id {way} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    found = await _recurring(actor, rows)
    return page_of(request, found, lambda each: (each.next_iso, each.pk))


async def count_recurring(actor: Actor, contact_id: int | None = None) -> int:
    """Return how many recurring invoices the account or one of its contacts has."""
    actor.require(Permission.READ)
    sql = f"SELECT COUNT(*) FROM recurring_invoice WHERE {_OWN}"
    if contact_id is None:
        return int(await read.fetch_value(sql, (actor.account_id,)))
    params = (actor.account_id, contact_id)
    return int(await read.fetch_value(f"{sql} AND recurring_invoice.contact_id = ?", params))


async def recurring_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, RecurringRow]:
    """Return those of some recurring invoices that the account has; or can bring back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("recurring_invoice.id", ids, read.dialect)
    state = "deleted_at IS NOT NULL" if deleted else "deleted_at IS NULL"
    rows = await read.fetch(
        f"{_SELECT} WHERE recurring_invoice.account_id = ? AND recurring_invoice.{state} "
        f"AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return {each.pk: each for each in await _recurring(actor, rows)}


async def _recurring(actor: Actor, rows: Sequence[Sequence[Any]]) -> list[RecurringRow]:
    if not rows:
        return []
    found = [RecurringRow(*row) for row in rows]
    today = await today_of(actor)
    since = min(today.isoformat(), *(each.next_iso for each in found))
    coming = await _passed([each.pk for each in found], since)
    for each in found:
        each.today, each.passed = today, coming.get(each.pk, [])
    return found


async def add_history(rows: Collection[RecurringRow]) -> None:
    """Give recurring invoices the last days that something became of; one statement."""
    by_key = {each.pk: each for each in rows}
    if not by_key:
        return
    asked = values_in("recurring_id", list(by_key), read.dialect)
    columns = DAY_COLUMNS.replace("recurring_day.", "")
    found = await read.fetch(
        f"SELECT {columns} FROM (SELECT {columns}, ROW_NUMBER() OVER (PARTITION BY recurring_id "
        f"ORDER BY day DESC) AS place FROM recurring_day WHERE {asked.text}) AS placed "
        "WHERE place <= ? ORDER BY day DESC",
        (*asked.params, MAX_DAYS_SHOWN),
    )
    for key, each in by_key.items():
        each.history = [PassedDay(*row) for row in found if row[0] == key]


async def _passed(keys: Sequence[int], since: str) -> dict[int, list[PassedDay]]:
    asked = values_in("recurring_day.recurring_id", keys, read.dialect)
    rows = await read.fetch(
        f"SELECT {DAY_COLUMNS} FROM recurring_day WHERE {asked.text} AND recurring_day.day >= ? "
        "ORDER BY recurring_day.day DESC",
        (*asked.params, since),
    )
    found: dict[int, list[PassedDay]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(PassedDay(*row))
    return found


async def accounts_with_due_invoices() -> list[int]:
    """Return the accounts that may have something to make. For the server's own.

    A day too early is none too many: which day it is, an account's time zone tells.
    """
    tomorrow = (now() + timedelta(days=1)).date().isoformat()
    rows = await read.fetch(
        f"SELECT DISTINCT account_id FROM recurring_invoice WHERE next_date <= ? AND {_AWAKE} "
        "ORDER BY account_id",
        (tomorrow,),
    )
    return [row[0] for row in rows]


async def first_due(actor: Actor, today: date) -> RecurringRow | None:
    """Return what is to be made before all else that is due, by its day."""
    rows = await read.fetch(
        f"{_SELECT} WHERE recurring_invoice.account_id = ? AND recurring_invoice.next_date <= ? "
        f"AND {_AWAKE} AND {_OF_NOBODY_IN_THE_TRASH} "
        "ORDER BY recurring_invoice.next_date, recurring_invoice.id LIMIT 1",
        (actor.account_id, today.isoformat()),
    )
    found = await _recurring(actor, rows)
    return found[0] if found else None


async def all_recurring_of(actor: Actor, contact_id: int) -> list[RecurringRow]:
    """Return all recurring invoices of a contact, deleted ones too, the oldest first."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_SELECT} WHERE recurring_invoice.account_id = ? AND recurring_invoice.contact_id = ? "
        "ORDER BY recurring_invoice.id",
        (actor.account_id, contact_id),
    )
    return [RecurringRow(*row) for row in rows]
