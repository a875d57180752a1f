"""The kept count of an account's contacts."""

from __future__ import annotations

from backend.core.unit_of_work import UnitOfWork


async def shift_total(unit: UnitOfWork, delta: int) -> None:
    """Add to how many contacts the account has, inside of the unit that changed it."""
    if delta:
        await unit.execute(
            "INSERT INTO contact_total (account_id, live) VALUES (?, ?) "
            "ON CONFLICT (account_id) DO UPDATE SET live = contact_total.live + excluded.live",
            (unit.actor.account_id, delta),
        )
