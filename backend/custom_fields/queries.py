"""Every SELECT of custom fields, scoped to the actor's account."""

from __future__ import annotations

from collections.abc import Collection

from backend.core.database import placeholders, read
from backend.core.permissions import Actor, Permission
from backend.custom_fields.rows import FIELD_COLUMNS, FieldRow

_SELECT = f"SELECT {FIELD_COLUMNS} FROM custom_field WHERE custom_field.account_id = ?"
_LIVE = "custom_field.deleted_at IS NULL"
_ORDER = "ORDER BY custom_field.position, custom_field.id"


async def list_fields(actor: Actor) -> list[FieldRow]:
    """Return the account's fields in their order, those in the trash aside."""
    actor.require(Permission.READ)
    return await fields_of(actor.account_id)


async def fields_of(account_id: int) -> list[FieldRow]:
    """Return an account's fields in their order, for writes that have been allowed already."""
    rows = await read.fetch(f"{_SELECT} AND {_LIVE} {_ORDER}", (account_id,))
    return [FieldRow(*row) for row in rows]


async def fields_by_id(actor: Actor, ids: Collection[int]) -> dict[int, FieldRow]:
    """Return those of some fields that the account has, those in the trash aside."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    rows = await read.fetch(
        f"{_SELECT} AND {_LIVE} AND custom_field.id IN ({placeholders(len(ids))})",
        (actor.account_id, *ids),
    )
    return {row[0]: FieldRow(*row) for row in rows}


async def deleted_field(account_id: int, field_id: int) -> FieldRow | None:
    """Return a field of the trash."""
    row = await read.fetch_one(
        f"{_SELECT} AND custom_field.deleted_at IS NOT NULL AND custom_field.id = ?",
        (account_id, field_id),
    )
    return FieldRow(*row) if row else None


async def fields_to_purge(before_micros: int) -> list[tuple[int, int]]:
    """Return the accounts and ids of the fields that were deleted before an instant."""
    rows = await read.fetch(
        "SELECT account_id, id FROM custom_field WHERE deleted_at <= ?", (before_micros,)
    )
    return [(account_id, key) for account_id, key in rows]
