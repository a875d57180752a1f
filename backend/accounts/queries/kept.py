"""What the server keeps for one person in one account: preferences and drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from backend.core.clock import from_micros
from backend.core.database import placeholders, read


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A JSON value under its key."""

    key: str
    value: Any
    updated_at: datetime


async def preferences(account_id: int, user_id: int, keys: Sequence[str]) -> list[KeptRow]:
    """Return the preferences that are set among ``keys``, in that order."""
    if not keys:
        return []
    rows = await read.fetch(
        "SELECT key, value, updated_at FROM preference WHERE account_id = ? AND user_id = ? "
        f"AND key IN ({placeholders(len(keys))})",
        (account_id, user_id, *keys),
    )
    found = {row[0]: _kept(row) for row in rows}
    return [found[key] for key in dict.fromkeys(keys) if key in found]


async def draft(account_id: int, user_id: int, key: str) -> KeptRow | None:
    """Return a draft, or None."""
    row = await read.fetch_one(
        "SELECT key, value, updated_at FROM draft WHERE account_id = ? AND user_id = ? AND key = ?",
        (account_id, user_id, key),
    )
    return _kept(row) if row else None


def _kept(row: tuple[Any, ...]) -> KeptRow:
    return KeptRow(row[0], orjson.loads(row[1]), from_micros(row[2]))
