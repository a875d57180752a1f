"""What was deleted on cards, and automations, erased when their time is over."""

from __future__ import annotations

from datetime import timedelta

from backend.core.clock import now, to_micros
from backend.core.database import read
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.files.service import forget_files

_TABLES = ("card_item", "card_note", "automation")


async def purge_deleted_details() -> int:
    """Erase, in every account, the points, notes and files of cards and the automations that were
    deleted CARNET_DELETED_CONTACT_DAYS ago; return how many.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    union = " UNION ".join(
        f"SELECT account_id FROM {table} WHERE deleted_at <= ?"  # noqa: S608 - our own names
        for table in (*_TABLES, "card_file")
    )
    count = 0
    for (account_id,) in await read.fetch(union, (limit,) * (len(_TABLES) + 1)):
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.take_turn()
            for table in _TABLES:
                count += await unit.execute(
                    f"DELETE FROM {table} WHERE account_id = ? AND deleted_at <= ?",  # noqa: S608
                    (account_id, limit),
                )
            rows = await unit.fetch(
                "DELETE FROM card_file WHERE account_id = ? AND deleted_at <= ? RETURNING file_id",
                (account_id, limit),
            )
            count += len(rows)
            await forget_files(unit, [row[0] for row in rows])
    return count
