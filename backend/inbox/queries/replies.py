"""Saved replies, by name."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission
from backend.inbox.rows import REPLY_COLUMNS, SavedReplyRow


async def list_replies(actor: Actor) -> list[SavedReplyRow]:
    """Return the account's saved replies, by name."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"SELECT {REPLY_COLUMNS} FROM saved_reply WHERE account_id = ? AND deleted_at IS NULL",
        (actor.account_id,),
    )
    found = [SavedReplyRow(*row) for row in rows]
    return sorted(found, key=lambda each: (fold(each.name), each.pk))


async def replies_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, SavedReplyRow]:
    """Return those of some saved replies that the account has; or had, of those deleted."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    is_deleted = "NOT NULL" if deleted else "NULL"
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {REPLY_COLUMNS} FROM saved_reply WHERE account_id = ? "
        f"AND deleted_at IS {is_deleted} AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return {row[0]: SavedReplyRow(*row) for row in rows}
