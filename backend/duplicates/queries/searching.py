"""What the search for duplicates reads: how far it came, and who shares a key with whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from backend.contacts.sql import json_list
from backend.core.database import read
from backend.duplicates.limits import CANDIDATES


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search came in an account; see ``models.DuplicateSearch``."""

    filled_to: int | None
    sequence: int


async def search_progress(account_id: int) -> Progress | None:
    """Return how far the search came, None before it began."""
    row = await read.fetch_one(
        "SELECT filled_to, sequence FROM duplicate_search WHERE account_id = ?", (account_id,)
    )
    return Progress(*row) if row else None


async def accounts_behind() -> list[int]:
    """Return the accounts whose history has more than the search knows."""
    rows = await read.fetch(
        "SELECT head.account_id FROM change_head AS head LEFT JOIN duplicate_search AS search "
        "ON search.account_id = head.account_id "
        "JOIN account ON account.id = head.account_id "
        "WHERE search.account_id IS NULL OR search.filled_to IS NOT NULL "
        "OR search.sequence < head.sequence ORDER BY head.account_id"
    )
    return [row[0] for row in rows]


async def contacts_with_keys(keys: Collection[int]) -> dict[int, list[int]]:
    """Return, by key, the newest contacts that have it: ``CANDIDATES`` and one more.

    Keys hold their account: another account's contacts have others.
    """
    asked = (
        "SELECT value AS key FROM json_each(?)"
        if read.dialect == "sqlite"
        else "SELECT unnest(?::bigint[]) AS key"
    )
    rows = await read.fetch(
        f"SELECT held.key, held.contact_id FROM ({asked}) AS asked "
        "JOIN duplicate_key AS held ON held.key = asked.key AND held.contact_id >= COALESCE("
        "(SELECT oldest.contact_id FROM duplicate_key AS oldest WHERE oldest.key = asked.key "
        "ORDER BY oldest.contact_id DESC LIMIT 1 OFFSET ?), 0)",
        (json_list(keys) if read.dialect == "sqlite" else list(keys), CANDIDATES),
    )
    found: dict[int, list[int]] = {}
    for key, contact_id in rows:
        found.setdefault(key, []).append(contact_id)
    return found
