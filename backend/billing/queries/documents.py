"""Quotes, invoices and credit notes, the newest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from backend.accounts.service.people import account_of
from backend.billing.document_rows import (
    DOCUMENT_COLUMNS,
    PAYMENT_COLUMNS,
    DocumentRow,
    PaymentRow,
)
from backend.billing.limits import SEARCH_LENGTH
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, Stage
from backend.contacts.redirects import redirects
from backend.contacts.sql import FALSE, Sql, join, like_pattern, values_in
from backend.core.clock import now
from backend.core.database import read
from backend.core.folding import fold
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission

_SELECT = f"SELECT {DOCUMENT_COLUMNS} FROM billing_document WHERE billing_document.account_id = ?"
_SETTLED = "(paid_minor + credited_minor)"


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents: all conditions together; those that are empty ask nothing."""

    kinds: frozenset[DocumentKind] = frozenset()
    statuses: frozenset[DocumentStatus] = frozenset()
    contact_id: int | None = None
    overdue: bool = False
    search: str = ""
    issued_from: date | None = None
    issued_to: date | None = None
    ids: frozenset[int] = field(default_factory=frozenset)


async def today_of(actor: Actor) -> date:
    """Return the seller's calendar day."""
    return now().astimezone(ZoneInfo((await account_of(actor)).time_zone)).date()


async def documents_page(
    actor: Actor, request: PageRequest, wanted: DocumentFilter
) -> Page[DocumentRow]:
    """Return a page of the account's documents.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    today = await today_of(actor)
    where = await _where(actor, wanted, today)
    conditions, params = [f"{_SELECT} AND {where.text}"], [actor.account_id, *where.params]
    for cursor, argument, sign in ((request.after, "after", "<"), (request.before, "before", ">")):
        if cursor is not None:
            conditions.append(f"billing_document.id {sign} ?")
            params += decode_key(cursor, (int,), (argument,))
    way = "ASC" if request.backward else "DESC"
    rows = await read.fetch(
        f"{' AND '.join(conditions)} ORDER BY billing_document.id {way} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    return page_of(request, [_document(row, today) for row in rows], lambda each: (each.pk,))


def _document(row: Sequence[Any], today: date) -> DocumentRow:
    document = DocumentRow(*row)
    document.today = today
    return document


async def count_documents(actor: Actor, wanted: DocumentFilter) -> int:
    """Return how many documents a filter finds."""
    actor.require(Permission.READ)
    where = await _where(actor, wanted, await today_of(actor))
    sql = f"SELECT COUNT(*) FROM billing_document WHERE account_id = ? AND {where.text}"
    return int(await read.fetch_value(sql, (actor.account_id, *where.params)))


async def documents_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, DocumentRow]:
    """Return those of some documents that the account has; or, of those deleted, can bring back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("billing_document.id", ids, read.dialect)
    state = "deleted_at IS NOT NULL" if deleted else "deleted_at IS NULL"
    rows = await read.fetch(
        f"{_SELECT} AND {state} AND {asked.text}", (actor.account_id, *asked.params)
    )
    today = await today_of(actor) if rows else date.min
    return {row[0]: _document(row, today) for row in rows}


async def add_payments(actor: Actor, documents: Collection[DocumentRow]) -> None:
    """Give documents their payments, the oldest first; one statement."""
    if not documents:
        return
    by_key = {each.pk: each for each in documents}
    asked = values_in("payment.document_id", list(by_key), read.dialect)
    rows = await read.fetch(
        f"SELECT {PAYMENT_COLUMNS} FROM payment JOIN billing_document "
        "ON billing_document.id = payment.document_id "
        f"WHERE payment.account_id = ? AND {asked.text} "
        "AND payment.deleted_at IS NULL ORDER BY payment.paid_on, payment.id",
        (actor.account_id, *asked.params),
    )
    for each in by_key.values():
        each.payments = []
    for row in rows:
        by_key[row[1]].payments.append(PaymentRow(*row))


async def last_issue_day(actor: Actor, kind: DocumentKind, series_year: int) -> date | None:
    """Return the issue date of the last document of a series."""
    found = await read.fetch_value(
        "SELECT issue_date FROM billing_document WHERE account_id = ? AND kind = ? "
        "AND series_year = ? ORDER BY series_number DESC LIMIT 1",
        (actor.account_id, kind.value, series_year),
    )
    return None if found is None else date.fromisoformat(found)


async def _where(actor: Actor, wanted: DocumentFilter, today: date) -> Sql:
    parts = [Sql("deleted_at IS NULL")]
    if len(wanted.kinds) == 1:  # by an index that has them in the list's order
        parts.append(Sql("kind = ?", (next(iter(wanted.kinds)).value,)))
    elif wanted.kinds:
        parts.append(values_in("kind", sorted(each.value for each in wanted.kinds), read.dialect))
    if wanted.ids:
        parts.append(values_in("billing_document.id", sorted(wanted.ids), read.dialect))
    if wanted.statuses:
        parts.append(
            join([_of_status(each, today) for each in sorted(wanted.statuses)], " OR ", FALSE)
        )
    if wanted.contact_id is not None:
        present = (await redirects(actor, (wanted.contact_id,))).get(
            wanted.contact_id, wanted.contact_id
        )
        parts.append(Sql("contact_id = ?", (present,)))
    if wanted.overdue:
        parts.append(
            Sql(
                f"kind = 'invoice' AND stage = 'issued' AND {_SETTLED} < total_minor "
                "AND due_date < ?",
                (today.isoformat(),),
            )
        )
    for bound, sign in ((wanted.issued_from, ">="), (wanted.issued_to, "<=")):
        if bound is not None:
            parts.append(Sql(f"issue_date {sign} ?", (bound.isoformat(),)))
    parts += [
        Sql("search_text LIKE ? ESCAPE '\\'", (like_pattern(word),))
        for word in fold(wanted.search[:SEARCH_LENGTH]).split()
    ]
    return join(parts, " AND ", FALSE)


def _of_status(status: DocumentStatus, today: date) -> Sql:
    invoice = "kind = 'invoice' AND stage = 'issued'"
    if status is DocumentStatus.PAID:
        return Sql(f"({invoice} AND {_SETTLED} >= total_minor)")
    if status is DocumentStatus.PARTLY_PAID:
        return Sql(f"({invoice} AND {_SETTLED} > 0 AND {_SETTLED} < total_minor)")
    if status is DocumentStatus.EXPIRED:
        return Sql("(kind = 'quote' AND stage = 'issued' AND due_date < ?)", (today.isoformat(),))
    if status is DocumentStatus.ISSUED:
        open_invoice = f"{invoice} AND {_SETTLED} <= 0 AND total_minor > 0"
        return Sql(
            f"(({open_invoice}) OR (kind = 'credit_note' AND stage = 'issued') "
            "OR (kind = 'quote' AND stage = 'issued' AND due_date >= ?))",
            (today.isoformat(),),
        )
    return Sql("stage = ?", (Stage(status.value).value,))


async def party_of_contact(actor: Actor, contact_id: int) -> dict[str, Any] | None:
    """Return what a new document says of a contact: its name, first address and e-mail."""
    row = await read.fetch_one(
        "SELECT company, display_name FROM contact WHERE account_id = ? AND id = ? "
        "AND deleted_at IS NULL",
        (actor.account_id, contact_id),
    )
    if row is None:
        return None
    address = await read.fetch_one(
        "SELECT street, extended, postal_code, city, region, country_code FROM contact_address "
        "WHERE contact_id = ? ORDER BY position LIMIT 1",
        (contact_id,),
    )
    email = await read.fetch_value(
        "SELECT address FROM contact_email WHERE contact_id = ? ORDER BY position LIMIT 1",
        (contact_id,),
    )
    names = ("street", "extended", "postal_code", "city", "region", "country")
    found = dict(zip(names, address, strict=True)) if address else {}
    return {"name": row[0] or row[1], "email": email, **found}


async def all_documents_of(actor: Actor, contact_id: int) -> list[DocumentRow]:
    """Return all documents of a contact, deleted drafts too, the oldest first."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_SELECT} AND contact_id = ? ORDER BY billing_document.id",
        (actor.account_id, contact_id),
    )
    return [_document(row, date.min) for row in rows]
