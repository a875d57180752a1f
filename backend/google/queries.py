"""Every SELECT of Google accounts and fetches: a person's own, in one account."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.sql import values_in
from backend.core.clock import from_micros
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.google.rows import (
    ACCOUNT_COLUMNS,
    FETCH_COLUMNS,
    EarlierFetch,
    FetchRow,
    GoogleAccountRow,
)
from backend.imports.states import ImportState

_ACCOUNT = f"SELECT {ACCOUNT_COLUMNS} FROM google_account WHERE "
_FETCH = f"SELECT {FETCH_COLUMNS} FROM google_fetch WHERE "


async def own_accounts(actor: Actor) -> list[GoogleAccountRow]:
    """Return the Google accounts that the actor connected to this account, the oldest first."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_ACCOUNT} account_id = ? AND user_id = ? ORDER BY id",
        (actor.account_id, actor.user_id),
    )
    return [GoogleAccountRow(*row) for row in rows]


async def own_accounts_by_id(actor: Actor, ids: Collection[int]) -> dict[int, GoogleAccountRow]:
    """Return those of some Google accounts that are the actor's."""
    actor.require(Permission.READ)
    if not ids or actor.user_id is None:
        return {}
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(
        f"{_ACCOUNT} account_id = ? AND user_id = ? AND {asked.text}",
        (actor.account_id, actor.user_id, *asked.params),
    )
    return {row[0]: GoogleAccountRow(*row) for row in rows}


async def find_account(account_id: int, key: int) -> GoogleAccountRow | None:
    """Return a Google account as it is kept, for work that has been allowed already."""
    row = await read.fetch_one(f"{_ACCOUNT} account_id = ? AND id = ?", (account_id, key))
    return GoogleAccountRow(*row) if row else None


async def accounts_of_user(account_id: int, user_id: int) -> list[GoogleAccountRow]:
    """Return what a person connected to an account, who may have left it."""
    rows = await read.fetch(
        f"{_ACCOUNT} account_id = ? AND user_id = ? ORDER BY id", (account_id, user_id)
    )
    return [GoogleAccountRow(*row) for row in rows]


async def is_connected_elsewhere(found: GoogleAccountRow) -> bool:
    """Whether the same Google account is connected on this server beside ``found``."""
    row = await read.fetch_one(
        "SELECT 1 FROM google_account WHERE subject = ? AND id <> ? LIMIT 1",
        (found.subject, found.pk),
    )
    return row is not None


async def fetch_of_import(account_id: int, import_id: int) -> FetchRow | None:
    """Return what an import fetches, for work that has been allowed already."""
    row = await read.fetch_one(
        f"{_FETCH} account_id = ? AND contact_import_id = ?", (account_id, import_id)
    )
    return FetchRow(*row) if row else None


async def unread_imports(account_id: int, google_account_id: int) -> list[int]:
    """Return the imports that still fetch from a Google account."""
    rows = await read.fetch(
        "SELECT contact_import_id FROM google_fetch WHERE account_id = ? "
        "AND google_account_id = ? AND read_at IS NULL ORDER BY id",
        (account_id, google_account_id),
    )
    return [int(row[0]) for row in rows]


async def earlier_fetches(
    account_id: int, google_account_ids: Collection[int]
) -> dict[int, dict[str, EarlierFetch]]:
    """Return, by Google account and label, the last import that changes can be counted from.

    That is one which came to its end and was not undone, so that everybody in it is here or was
    refused in words; or one that brought nobody.
    """
    if not google_account_ids:
        return {}
    asked = values_in("f.google_account_id", google_account_ids, read.dialect)
    rows = await read.fetch(
        "SELECT f.google_account_id, f.label, f.began_at, f.next_since FROM google_fetch f "
        "JOIN contact_import i ON i.id = f.contact_import_id "
        f"WHERE f.account_id = ? AND {asked.text} "
        "AND (f.next_since IS NOT NULL OR f.members IS NOT NULL) "
        "AND (i.state = ? OR (f.gathered_bytes = 0 AND f.read_at IS NOT NULL)) ORDER BY f.id",
        (account_id, *asked.params, ImportState.DONE.value),
    )
    found: dict[int, dict[str, EarlierFetch]] = {}
    for key, label, began, since in rows:
        found.setdefault(key, {})[label] = EarlierFetch(label, from_micros(began), since)
    return found


async def known_people(google_account_id: int, label: str) -> list[str]:
    """Return the names of those who came by a label and were not taken back by an undo, nor told
    to be deleted at Google by an import that came to its end.
    """
    rows = await read.fetch(
        "SELECT p.name FROM google_person p "
        "LEFT JOIN contact_import i ON i.id = p.contact_import_id "
        "LEFT JOIN contact_import g ON g.id = p.gone_import_id "
        "LEFT JOIN google_fetch f ON f.contact_import_id = p.gone_import_id "
        "WHERE p.google_account_id = ? AND p.label = ? "
        "AND (i.id IS NULL OR i.state NOT IN (?, ?)) AND (g.id IS NULL "
        "OR NOT (g.state = ? OR (f.gathered_bytes = 0 AND f.read_at IS NOT NULL))) ORDER BY p.id",
        (
            google_account_id,
            label,
            ImportState.UNDOING.value,
            ImportState.UNDONE.value,
            ImportState.DONE.value,
        ),
    )
    return [row[0] for row in rows]
