"""What readers of letters are shown who have no account."""

from __future__ import annotations

from backend.campaigns.queries.images import account_of_key


async def account_of_image(key: str, kind: str) -> int | None:
    """Return whose a picture is; None when there is none of that name."""
    return await account_of_key(key, kind)
