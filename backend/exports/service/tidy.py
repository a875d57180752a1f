"""Forgetting the exports whose links are over."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work


async def forget_old_exports() -> None:
    """Delete what was asked for and can no longer be downloaded, in every account."""
    async with unit_of_work(Actor.system(0)) as unit:
        await unit.execute("DELETE FROM contact_export WHERE expires_at < ?", (now_micros(),))
