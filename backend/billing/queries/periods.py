"""What was issued and what came in a period, from its first day on, some at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import date

from backend.billing.document_rows import (
    DOCUMENT_COLUMNS,
    PAYMENT_COLUMNS,
    DocumentRow,
    PaymentRow,
)
from backend.billing.queries.documents import ISSUED_INDEX, by_index, today_of
from backend.billing.rules.kinds import DocumentKind
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission

BATCH = 200
_ISSUED = "account_id = ? AND deleted_at IS NULL AND issued_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Period:
    """Calendar days of the seller's, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class NumberedPayment:
    """A payment, with the number of its invoice and who owed it."""

    payment: PaymentRow
    document: DocumentRow


async def count_issued(actor: Actor, period: Period, kinds: Collection[DocumentKind]) -> int:
    """Return how many documents of some kinds were issued in a period."""
    actor.require(Permission.EXPORT_CONTACTS)
    of_kinds = values_in("kind", sorted(kinds), read.dialect)
    return int(
        await read.fetch_value(
            f"SELECT COUNT(*) FROM billing_document{by_index(ISSUED_INDEX)} "
            f"WHERE {_ISSUED} AND issue_date >= ? AND issue_date <= ? AND {of_kinds.text}",
            (
                actor.account_id,
                period.first.isoformat(),
                period.last.isoformat(),
                *of_kinds.params,
            ),
        )
    )


async def issued_in(
    actor: Actor, period: Period, kinds: Collection[DocumentKind]
) -> AsyncIterator[list[DocumentRow]]:
    """Yield the documents of some kinds that were issued in a period, by day."""
    actor.require(Permission.EXPORT_CONTACTS)
    today, of_kinds = await today_of(actor), values_in("kind", sorted(kinds), read.dialect)
    day, key = period.first.isoformat(), 0
    while True:
        rows = await read.fetch(
            f"SELECT {DOCUMENT_COLUMNS} FROM billing_document{by_index(ISSUED_INDEX)} "
            f"WHERE {_ISSUED} AND (issue_date, id) > (?, ?) AND issue_date <= ? "
            f"AND {of_kinds.text} ORDER BY issue_date, id LIMIT ?",
            (actor.account_id, day, key, period.last.isoformat(), *of_kinds.params, BATCH),
        )
        found = [DocumentRow(*row) for row in rows]
        for document in found:
            document.today = today
        if found:
            yield found
        if len(found) < BATCH:
            return
        day, key = found[-1].issue_day or day, found[-1].pk


async def payments_in(actor: Actor, period: Period) -> AsyncIterator[list[NumberedPayment]]:
    """Yield the payments that came in a period, by day, with their invoices."""
    actor.require(Permission.EXPORT_CONTACTS)
    day, key = period.first.isoformat(), 0
    width = len(PAYMENT_COLUMNS.split(","))
    while True:
        rows = await read.fetch(
            f"SELECT {PAYMENT_COLUMNS}, {DOCUMENT_COLUMNS} FROM payment "
            "JOIN billing_document ON billing_document.id = payment.document_id "
            "WHERE payment.account_id = ? AND payment.deleted_at IS NULL "
            "AND (payment.paid_on, payment.id) > (?, ?) AND payment.paid_on <= ? "
            "ORDER BY payment.paid_on, payment.id LIMIT ?",
            (actor.account_id, day, key, period.last.isoformat(), BATCH),
        )
        found = [
            NumberedPayment(PaymentRow(*row[:width]), DocumentRow(*row[width:])) for row in rows
        ]
        if found:
            yield found
        if len(found) < BATCH:
            return
        day, key = found[-1].payment.paid_day, found[-1].payment.pk


async def numbers_of(actor: Actor, ids: Collection[int]) -> dict[int, str]:
    """Return the numbers of documents of the account, by key."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("id", sorted(ids), read.dialect)
    rows = await read.fetch(
        "SELECT id, number FROM billing_document WHERE account_id = ? AND number IS NOT NULL "
        f"AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return dict(rows)
