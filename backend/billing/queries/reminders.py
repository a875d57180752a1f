"""When an account reminds, and of which invoices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import orjson

from backend.billing.rules.reminding import LATE
from backend.core.database import read
from backend.core.permissions import Actor, Permission

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RemindersRow:
    """The days of an account's reminders, wanted from a day on; version 0 before any were set."""

    days: tuple[int, ...] = ()
    since: date = date.max
    version: int = 0


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An invoice that is not settled, and the last reminder of it."""

    pk: int
    due: date
    last: int | None


async def payment_reminders(actor: Actor) -> RemindersRow:
    """Return when the account reminds."""
    actor.require(Permission.READ)
    row = await read.fetch_one(
        "SELECT days, since, version FROM reminder_settings WHERE account_id = ?",
        (actor.account_id,),
    )
    if row is None:
        return RemindersRow()
    return RemindersRow(tuple(orjson.loads(row[0])), date.fromisoformat(row[1]), row[2])


async def reminds_contact(actor: Actor, contact_id: int) -> bool:
    """Whether a contact is reminded at all."""
    found = await read.fetch_value(
        "SELECT 1 FROM reminder_exception WHERE account_id = ? AND contact_id = ? LIMIT 1",
        (actor.account_id, contact_id),
    )
    return found is None


async def accounts_that_remind() -> list[int]:
    """Return the accounts that remind of anything. For the server's own."""
    rows = await read.fetch(
        "SELECT account_id FROM reminder_settings WHERE days <> '[]' ORDER BY account_id"
    )
    return [row[0] for row in rows]


async def open_invoices(
    actor: Actor, days: Sequence[int], today: date, after: int
) -> list[OpenInvoice]:
    """Return invoices that may be reminded of on a day, some at a time, by their keys; none of
    somebody who was erased.
    """
    earliest = today - timedelta(days=max(days)) - LATE
    rows = await read.fetch(
        "SELECT billing_document.id, billing_document.due_date, (SELECT MAX(days) FROM "
        "payment_reminder WHERE payment_reminder.document_id = billing_document.id) "
        "FROM billing_document WHERE account_id = ? AND kind = 'invoice' AND stage = 'issued' "
        "AND deleted_at IS NULL AND kept_for IS NULL AND paid_minor + credited_minor < total_minor "
        "AND due_date BETWEEN ? AND ? AND billing_document.id > ? AND NOT EXISTS (SELECT 1 FROM "
        "reminder_exception WHERE reminder_exception.contact_id = billing_document.contact_id) "
        "ORDER BY billing_document.id LIMIT ?",
        (
            actor.account_id,
            earliest.isoformat(),
            (today - timedelta(days=min(days))).isoformat(),
            after,
            _AT_ONCE,
        ),
    )
    return [OpenInvoice(row[0], date.fromisoformat(row[1]), row[2]) for row in rows]
