"""Writes that a client may send again: the same key and input answer with the first result."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import orjson

from backend.core.clock import now_micros
from backend.core.errors import IdempotencyKeyReused, InvalidCharacters, Required, TooLong
from backend.core.text import has_control_characters
from backend.core.unit_of_work import UnitOfWork

MAX_KEY_LENGTH = 200
KEPT = timedelta(days=7)


def fingerprint(operation: str, values: Mapping[str, Any]) -> str:
    """Return a hash of the input, so that a reused key is told from a repeated write."""
    text = orjson.dumps([operation, values], option=orjson.OPT_SORT_KEYS, default=_plain)
    return hashlib.sha256(text).hexdigest()


def _plain(value: object) -> object:
    """Return what JSON has no word for; sets in one order, whatever the process."""
    return sorted(value, key=repr) if isinstance(value, frozenset) else str(value)


async def earlier_result(
    unit: UnitOfWork, key: str | None, operation: str, mark: str
) -> int | None:
    """Return the primary key that an earlier write under this key made, or None.

    Raises:
        Required: the key is blank, as of a client that forgot to make one.
        TooLong: it has over 200 characters.
        InvalidCharacters: it has control characters.
        IdempotencyKeyReused: it was used for another operation or input.
    """
    if key is None:
        return None
    if not key.strip():
        raise Required(("idempotencyKey",))
    if len(key) > MAX_KEY_LENGTH:
        raise TooLong(("idempotencyKey",), maximum=MAX_KEY_LENGTH)
    if has_control_characters(key):
        raise InvalidCharacters(("idempotencyKey",))
    rows = await unit.fetch(
        "SELECT operation, fingerprint, subject_id FROM idempotency_key "
        "WHERE account_id = ? AND key = ?",
        (unit.actor.account_id, key),
    )
    if not rows:
        return None
    found_operation, found_mark, subject_id = rows[0]
    if (found_operation, found_mark) != (operation, mark):
        raise IdempotencyKeyReused(("idempotencyKey",))
    return int(subject_id)


async def remember_result(
    unit: UnitOfWork, key: str | None, operation: str, mark: str, subject_id: int
) -> None:
    """Keep what a write made under its key, in the same transaction, for seven days.

    Whoever asks :func:`earlier_result` first takes the account's turn (``UnitOfWork.take_turn``):
    of two at once, the second then finds what the first one made.
    """
    if key is None:
        return
    await unit.execute(
        "INSERT INTO idempotency_key (account_id, key, operation, fingerprint, subject_id, "
        "created_at) VALUES (?, ?, ?, ?, ?, ?)",
        (unit.actor.account_id, key, operation, mark, subject_id, now_micros()),
    )


async def forget_old_results(unit: UnitOfWork) -> None:
    """Delete keys older than seven days."""
    limit = now_micros() - int(KEPT.total_seconds()) * 1_000_000
    await unit.execute("DELETE FROM idempotency_key WHERE created_at < ?", (limit,))
