"""Pictures for letters."""

from __future__ import annotations

from collections.abc import Collection

from backend.campaigns.rules.blocks import Picture
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission


async def images_by_id(actor: Actor, ids: Collection[int]) -> dict[int, Picture]:
    """Return those of some pictures that the account has."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(
        "SELECT id, key, format, width, height FROM campaign_image "
        f"WHERE account_id = ? AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return {row[0]: Picture(*row) for row in rows}


async def account_of_key(key: str, kind: str) -> int | None:
    """Return whose a picture is, for whoever knows its name."""
    return await read.fetch_value(  # type: ignore[no-any-return]
        "SELECT account_id FROM campaign_image WHERE key = ? AND format = ?", (key, kind)
    )
