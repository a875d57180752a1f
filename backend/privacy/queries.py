"""Every SELECT of privacy requests, scoped to the actor's account."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from backend.contacts.sql import values_in
from backend.core.clock import from_micros
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.privacy.erasures import Certificate
from backend.privacy.rows import REQUEST_COLUMNS, RequestRow
from backend.privacy.rules import OPEN, RequestKind, RequestState

_SELECT = f"SELECT {REQUEST_COLUMNS} FROM privacy_request"
_OPEN = f"state IN ({', '.join(repr(state.value) for state in sorted(OPEN))})"


async def requests_page(actor: Actor, request: PageRequest) -> Page[RequestRow]:
    """Return a page of the account's requests, newest first.

    Raises:
        InvalidCursor: a cursor that is not of this list.
        Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    sql, params = f"{_SELECT} WHERE account_id = ?", [actor.account_id]
    for cursor, argument, sign in (
        (request.after, "after", "<"),
        (request.before, "before", ">"),
    ):
        if cursor is not None:
            sql += f" AND id {sign} ?"
            params += [int(value or 0) for value in decode_key(cursor, (int,), (argument,))]
    direction = "ASC" if request.backward else "DESC"
    found = await read.fetch(
        f"{sql} ORDER BY id {direction} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    rows = await _with_people([RequestRow(*row) for row in found])
    return page_of(request, rows, lambda row: (row.pk,))


async def count_requests(actor: Actor, *, is_open: bool = False) -> int:
    """Return how many requests the account has, or those still to be done."""
    actor.require(Permission.MANAGE_PRIVACY)
    sql = "SELECT COUNT(*) FROM privacy_request WHERE account_id = ?"
    return int(
        await read.fetch_value(f"{sql} AND {_OPEN}" if is_open else sql, (actor.account_id,))
    )


async def requests_by_id(actor: Actor, ids: Collection[int]) -> dict[int, RequestRow]:
    """Return those of some requests that the account has."""
    actor.require(Permission.MANAGE_PRIVACY)
    if not ids:
        return {}
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(
        f"{_SELECT} WHERE account_id = ? AND {asked.text}", (actor.account_id, *asked.params)
    )
    found = await _with_people([RequestRow(*row) for row in rows])
    return {row.pk: row for row in found}


async def find_request(account_id: int, request_id: int) -> RequestRow | None:
    """Return a request as it is kept, for work that has been allowed already."""
    row = await read.fetch_one(
        f"{_SELECT} WHERE account_id = ? AND id = ?", (account_id, request_id)
    )
    return (await _with_people([RequestRow(*row)]))[0] if row else None


async def open_request_like(account_id: int, key: str) -> int | None:
    """Return the open request that has a match key."""
    found = await read.fetch_value(
        f"SELECT id FROM privacy_request WHERE account_id = ? AND match_key = ? AND {_OPEN} "
        "ORDER BY id LIMIT 1",
        (account_id, key),
    )
    return None if found is None else int(found)


async def open_request_of(
    account_id: int, kind: RequestKind, contact_ids: Collection[int], but: int | None = None
) -> int | None:
    """Return an open request of a kind that one of some contacts has, but for one request."""
    asked = values_in("person.contact_id", contact_ids, read.dialect)
    found = await read.fetch_value(
        "SELECT privacy_request.id FROM privacy_request_person AS person "
        "JOIN privacy_request ON privacy_request.id = person.request_id "
        f"WHERE {asked.text} AND privacy_request.account_id = ? AND privacy_request.kind = ? "
        f"AND privacy_request.id <> ? AND privacy_request.{_OPEN} ORDER BY 1 LIMIT 1",
        (*asked.params, account_id, kind.value, but or 0),
    )
    return None if found is None else int(found)


async def has_ready_copy(account_id: int, contact_ids: Collection[int]) -> bool:
    """Whether a copy of the data of one of some contacts can be fetched now."""
    asked = values_in("person.contact_id", contact_ids, read.dialect)
    row = await read.fetch_one(
        "SELECT 1 FROM privacy_request_person AS person "
        "JOIN privacy_request ON privacy_request.id = person.request_id "
        f"WHERE {asked.text} AND privacy_request.account_id = ? AND privacy_request.state = ?",
        (*asked.params, account_id, RequestState.READY.value),
    )
    return row is not None


async def erasures_to_overwrite() -> list[tuple[int, int, datetime]]:
    """Return the erasures of all accounts that may still be read in the database's files, or of
    which documents that were purged may: account, request, and since when.
    """
    rows = await read.fetch(
        "SELECT account_id, id, finished_at, certificate FROM privacy_request WHERE kind = ? "
        "AND state = ? AND (certificate LIKE '%\"overwritten_at\":null%' "
        "OR certificate LIKE '%\"purge_waits\":true%') ORDER BY id",
        (RequestKind.ERASURE.value, RequestState.DONE.value),
    )
    found = []
    for account_id, key, at, text in rows:
        kept, since = Certificate.restore(text), from_micros(at)
        if kept.overwritten_at is not None and kept.purged_at is not None:
            since = kept.purged_at
        found.append((account_id, key, since))
    return found


async def _with_people(rows: Sequence[RequestRow]) -> list[RequestRow]:
    if not rows:
        return []
    asked = values_in("request_id", [row.pk for row in rows], read.dialect)
    found: list[Any] = await read.fetch(
        "SELECT DISTINCT request_id, contact_id FROM privacy_request_person "
        f"WHERE {asked.text} ORDER BY request_id, contact_id",
        asked.params,
    )
    keys: dict[int, list[int]] = {}
    for request_id, contact_id in found:
        keys.setdefault(request_id, []).append(contact_id)
    for row in rows:
        row.contact_keys = keys.get(row.pk, [])
    return list(rows)


async def requests_of_contact(account_id: int, contact_id: int) -> list[int]:
    """Return the requests that a contact was confirmed as the person of, the oldest first."""
    rows = await read.fetch(
        "SELECT DISTINCT request_id FROM privacy_request_person "
        "WHERE contact_id = ? AND account_id = ? ORDER BY request_id",
        (contact_id, account_id),
    )
    return [row[0] for row in rows]
