"""What becomes of somebody's documents when they are erased."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from backend.accounts.service.people import account_of
from backend.billing.queries.settings import billing_settings
from backend.billing.rules.kinds import DocumentKind, Stage
from backend.billing.rules.retention import KeptDocuments, kept_until, source_of
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission


@dataclass(frozen=True, slots=True)
class DocumentsAtEnd:
    """What becomes of contacts' documents when they are erased: what stays, kind by kind, and how
    many drafts, recurring invoices and links that open documents end.
    """

    kept: list[KeptDocuments]
    draft_count: int
    recurring_count: int
    link_count: int
    unpaid_count: int


async def documents_at_end(actor: Actor, contact_ids: Collection[int]) -> DocumentsAtEnd:
    """Return what would become of some contacts' documents.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    country = await seller_country(actor)
    own = values_in("contact_id", contact_ids, read.dialect)
    owned = (actor.account_id, *own.params)
    issued = await read.fetch(
        "SELECT kind, COUNT(*), MAX(issue_date), SUM(CASE WHEN kind = 'invoice' AND stage = "
        "'issued' AND total_minor > paid_minor + credited_minor THEN 1 ELSE 0 END) "
        f"FROM billing_document WHERE account_id = ? AND {own.text} AND stage <> ? "
        "GROUP BY kind ORDER BY kind",
        (*owned, Stage.DRAFT.value),
    )
    kept = [
        KeptDocuments(
            DocumentKind(kind),
            count,
            kept_until(date.fromisoformat(last), country),
            source_of(country),
        )
        for kind, count, last, _ in issued
    ]
    return DocumentsAtEnd(
        kept,
        await _count(
            f"billing_document WHERE account_id = ? AND {own.text} AND stage = 'draft' "
            "AND deleted_at IS NULL",
            owned,
        ),
        await _count(
            f"recurring_invoice WHERE account_id = ? AND {own.text} AND deleted_at IS NULL", owned
        ),
        await _count(
            "document_link WHERE account_id = ? AND revoked_at IS NULL AND document_id IN "
            f"(SELECT id FROM billing_document WHERE {own.text})",
            owned,
        ),
        sum(int(row[3]) for row in issued),
    )


async def seller_country(actor: Actor) -> str | None:
    """Return the country whose law says how long the account keeps documents."""
    seller = (await billing_settings(actor)).settings.seller
    return seller.country or (await account_of(actor)).country


async def documents_to_purge(before: date, after: int, limit: int) -> list[tuple[int, int, int]]:
    """Return documents of all accounts, some at a time by their keys, that the law wanted kept
    until a day before ``before``: each with its account and its privacy request.
    """
    rows = await read.fetch(
        "SELECT id, account_id, kept_for FROM billing_document WHERE kept_until < ? "
        "AND purged_at IS NULL AND id > ? ORDER BY id LIMIT ?",
        (before.isoformat(), after, limit),
    )
    return [(key, account_id, request_id) for key, account_id, request_id in rows]


async def _count(what: str, params: tuple[object, ...]) -> int:
    return int(await read.fetch_value(f"SELECT COUNT(*) FROM {what}", params))
