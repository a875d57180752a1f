"""What is gathered about a person, read whole."""

from __future__ import annotations

from typing import Any

from backend.core.permissions import Actor
from backend.core.registry import PersonalData


async def gathered(held: PersonalData, actor: Actor, contact_id: int) -> list[dict[str, Any]]:
    """Return the fields of all that one domain holds about a contact."""
    return [dict(each.fields) async for each in held.gather(actor, contact_id)]
