"""What other domains may ask about custom fields: the columns that an account's files may have."""

from __future__ import annotations

from backend.core.permissions import Actor
from backend.core.registry import Column, account_columns
from backend.custom_fields.queries import list_fields


async def columns_of(actor: Actor) -> list[Column]:
    """Return a column for each field, in their order: its global id, and its name as a header."""
    return [Column(field.id, (field.name,)) for field in await list_fields(actor)]


account_columns.register("custom_fields", columns_of)
