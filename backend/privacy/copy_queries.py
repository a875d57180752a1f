"""Every SELECT about how copies reach who asked, and of what is due in any account."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.secrets import token_hash
from backend.privacy.copy_rows import LINK_COLUMNS, DownloadRow, LetterRow, LinkRow
from backend.privacy.rules import OPEN, RequestState

_OPEN = ", ".join(repr(state.value) for state in sorted(OPEN))
_SHOWN = 20
"""Downloads of a request that are shown; all are counted."""


async def link_of_token(token: str) -> LinkRow | None:
    """Return the link of a token, unless it was revoked."""
    row = await read.fetch_one(
        f"SELECT {LINK_COLUMNS} FROM privacy_link WHERE token_hash = ? AND revoked_at IS NULL",
        (token_hash(token),),
    )
    return LinkRow(*row) if row else None


async def links_of(account_id: int, request_ids: Collection[int]) -> dict[int, LinkRow]:
    """Return the working link of each of some requests that has one."""
    asked = values_in("request_id", request_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {LINK_COLUMNS} FROM privacy_link WHERE account_id = ? AND {asked.text} "
        "AND revoked_at IS NULL ORDER BY id",
        (account_id, *asked.params),
    )
    return {row[2]: LinkRow(*row) for row in rows}


async def downloads_of(
    account_id: int, request_ids: Collection[int]
) -> dict[int, list[DownloadRow]]:
    """Return the last downloads of each of some requests, the newest first."""
    asked = values_in("request_id", request_ids, read.dialect)
    rows = await read.fetch(
        "SELECT request_id, by_link, downloaded_by, at FROM (SELECT request_id, by_link, "
        "downloaded_by, at, id, ROW_NUMBER() OVER (PARTITION BY request_id ORDER BY id DESC) "
        f"AS place FROM privacy_download WHERE account_id = ? AND {asked.text}) AS placed "
        "WHERE place <= ? ORDER BY id DESC",
        (account_id, *asked.params, _SHOWN),
    )
    found: dict[int, list[DownloadRow]] = {}
    for key, by_link, by, at in rows:
        found.setdefault(key, []).append(DownloadRow(key, bool(by_link), by, at))
    return found


async def download_counts(account_id: int, request_ids: Collection[int]) -> dict[int, int]:
    """Return how often the copy of each of some requests was fetched."""
    asked = values_in("request_id", request_ids, read.dialect)
    rows = await read.fetch(
        "SELECT request_id, COUNT(*) FROM privacy_download "
        f"WHERE account_id = ? AND {asked.text} GROUP BY request_id",
        (account_id, *asked.params),
    )
    return {row[0]: int(row[1]) for row in rows}


async def letters_of(account_id: int, request_ids: Collection[int]) -> dict[int, list[LetterRow]]:
    """Return the letters with the link of each of some requests, the newest first."""
    asked = values_in("request_id", request_ids, read.dialect)
    rows = await read.fetch(
        "SELECT request_id, at, sent_by FROM privacy_letter "
        f"WHERE account_id = ? AND {asked.text} ORDER BY id DESC",
        (account_id, *asked.params),
    )
    found: dict[int, list[LetterRow]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(LetterRow(*row))
    return found


async def request_of_message(account_id: int, message_id: int) -> int | None:
    """Return the request whose link a message is to carry."""
    found = await read.fetch_value(
        "SELECT request_id FROM privacy_letter WHERE account_id = ? AND message_id = ?",
        (account_id, message_id),
    )
    return None if found is None else int(found)


async def requests_due_before(micros: int, told: int) -> list[tuple[int, int]]:
    """Return the account and the key of open requests that are due before an instant, and of which
    less was told than ``told``.
    """
    rows = await read.fetch(
        f"SELECT account_id, id FROM privacy_request WHERE state IN ({_OPEN}) AND due_at <= ? "
        "AND told < ? ORDER BY id",
        (micros, told),
    )
    return [(row[0], row[1]) for row in rows]


async def expired_copies(micros: int) -> list[tuple[int, int]]:
    """Return the account and the key of copies whose archive was kept long enough."""
    rows = await read.fetch(
        "SELECT account_id, id FROM privacy_request WHERE state = ? AND expires_at <= ?",
        (RequestState.READY.value, micros),
    )
    return [(row[0], row[1]) for row in rows]
