"""The account's chain, and what it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from backend.billing.rules.kinds import LedgerEvent
from backend.billing.rules.ledger import Link
from backend.contacts.sql import values_in
from backend.core.database import read

_COLUMNS = "sequence, event, document_id, number, at, digest, previous"


def _link(row: Sequence[Any]) -> Link:
    return Link(row[0], LedgerEvent(row[1]), *row[2:7])


async def last_link(account_id: int) -> Link | None:
    """Return the end of an account's chain."""
    row = await read.fetch_one(
        f"SELECT {_COLUMNS} FROM ledger_link WHERE account_id = ? ORDER BY sequence DESC LIMIT 1",
        (account_id,),
    )
    return _link(row) if row else None


async def links_after(account_id: int, sequence: int, limit: int) -> list[tuple[Link, str]]:
    """Return links of a chain in order, each with the hash that is stored for it."""
    rows = await read.fetch(
        f"SELECT {_COLUMNS}, hash FROM ledger_link WHERE account_id = ? AND sequence > ? "
        "ORDER BY sequence LIMIT ?",
        (account_id, sequence, limit),
    )
    return [(_link(row), row[7]) for row in rows]


async def pdf_digests(
    account_id: int, document_ids: Sequence[int], event: LedgerEvent = LedgerEvent.RENDERED
) -> dict[int, str]:
    """Return the digests of the PDFs, or of the signed ones, of documents that have one."""
    asked = values_in("document_id", document_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT document_id, digest FROM ledger_link WHERE account_id = ? AND {asked.text} "
        "AND event = ? ORDER BY sequence",
        (account_id, *asked.params, event.value),
    )
    return dict(rows)


async def digests_of(account_id: int, document_id: int) -> list[tuple[LedgerEvent, str]]:
    """Return all that the chain tells of a document, in order."""
    rows = await read.fetch(
        "SELECT event, digest FROM ledger_link WHERE account_id = ? AND document_id = ? "
        "ORDER BY sequence",
        (account_id, document_id),
    )
    return [(LedgerEvent(event), digest) for event, digest in rows]


async def unlinked_purges(account_id: int) -> list[str]:
    """Return the numbers of documents that were purged without a link that tells of it."""
    rows = await read.fetch(
        "SELECT number FROM billing_document WHERE account_id = ? AND purged_at IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM ledger_link WHERE ledger_link.document_id = "
        "billing_document.id AND ledger_link.event = ?) ORDER BY billing_document.id",
        (account_id, LedgerEvent.PURGED.value),
    )
    return [row[0] for row in rows]


async def series_of(account_id: int) -> list[tuple[str, int, int, int]]:
    """Return the kind, year, first and last number of an account's series."""
    rows = await read.fetch(
        "SELECT kind, year, first_number, last_number FROM number_series WHERE account_id = ? "
        "ORDER BY kind, year",
        (account_id,),
    )
    return [(kind, year, first, last) for kind, year, first, last in rows]


async def numbers_of(account_id: int, kind: str, year: int) -> list[int]:
    """Return the numbers that documents of a series have, in order."""
    rows = await read.fetch(
        "SELECT series_number FROM billing_document WHERE account_id = ? AND kind = ? "
        "AND series_year = ? ORDER BY series_number",
        (account_id, kind, year),
    )
    return [row[0] for row in rows]


async def unlinked_numbers(account_id: int) -> list[str]:
    """Return the numbers of documents that no link of the chain tells of."""
    rows = await read.fetch(
        "SELECT number FROM billing_document WHERE account_id = ? AND number IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM ledger_link WHERE ledger_link.document_id = "
        "billing_document.id AND ledger_link.event = ?) ORDER BY billing_document.id",
        (account_id, LedgerEvent.ISSUED.value),
    )
    return [row[0] for row in rows]


async def accounts_with_ledgers() -> list[tuple[int, str]]:
    """Return the ids and names of accounts that have issued anything. For the server's own."""
    rows = await read.fetch(
        "SELECT account.id, account.name FROM account WHERE EXISTS (SELECT 1 FROM "
        "billing_document WHERE billing_document.account_id = account.id "
        "AND billing_document.number IS NOT NULL) ORDER BY account.id"
    )
    return [(key, name) for key, name in rows]
