"""Files that nobody has: their rows, and then their bytes."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

from backend.contacts.sql import values_in
from backend.core.clock import now, to_micros
from backend.core.permissions import Actor
from backend.core.storage import delete_file, forget_unfinished
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files import parts
from backend.files.limits import WAITING
from backend.files.queries.files import unused, unused_files, waiting_tokens
from backend.files.rows import storage_key

FORGET_BYTES = "forget_file_bytes"
_AT_ONCE = 500


async def forget_files(unit: UnitOfWork, ids: Collection[int]) -> int:
    """Forget those of some files of the unit's account that nobody has any more.

    Their bytes go by a job that exists only if the unit commits. Returns how many files went.
    """
    return await _forget(unit, ids, None)


async def forget_unused_files() -> int:
    """Forget, in every account, what nobody has and nobody touched for a day, and what processes
    that were killed left half written.
    """
    limit, count = to_micros(now() - WAITING), 0
    while found := await unused_files(limit, _AT_ONCE):
        by_account: dict[int, list[int]] = {}
        for key, account_id in found:
            by_account.setdefault(account_id, []).append(key)
        gone = 0
        for account_id, ids in by_account.items():
            async with unit_of_work(Actor.system(account_id)) as unit:
                gone += await _forget(unit, ids, limit)
        count += gone
        if not gone:
            break
    await asyncio.to_thread(parts.forget_other_parts, await waiting_tokens())
    await forget_unfinished((now() - WAITING).timestamp())
    return count


async def _forget(unit: UnitOfWork, ids: Collection[int], before: int | None) -> int:
    if not ids:
        return 0
    chosen = values_in("id", ids, unit.dialect)
    age = "" if before is None else " AND touched_at < ?"
    rows = await unit.fetch(
        f"DELETE FROM stored_file WHERE account_id = ? AND {chosen.text}{age} "  # noqa: S608
        f"AND {unused()} RETURNING key, token",
        (unit.actor.account_id, *chosen.params, *(() if before is None else (before,))),
    )
    if rows:
        account_id = unit.actor.account_id
        keys = [storage_key(account_id, key) for key, _ in rows]
        unit.enqueue(FORGET_BYTES, {"keys": keys, "tokens": [each for _, each in rows if each]})
    return len(rows)


async def forget_bytes(payload: dict[str, Any]) -> None:
    """Delete the bytes of files that are forgotten; what is gone already stays gone."""
    for key in payload["keys"]:
        await delete_file(key)
    for token in payload["tokens"]:
        await asyncio.to_thread(parts.forget_part, token)
