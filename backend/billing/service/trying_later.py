"""Jobs that a storage kept from their work are tried again, a little later each time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from backend.core.clock import now
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

PATIENCE = 8
"""Tries; with pauses that double, four hours together."""
FIRST_PAUSE = timedelta(minutes=1)


async def try_later(actor: Actor, name: str, payload: Mapping[str, Any]) -> bool:
    """Queue a job again; return whether there is still patience for it."""
    tries = int(payload.get("tries", 0))
    if tries >= PATIENCE:
        return False
    async with unit_of_work(actor) as unit:
        again = {**payload, "tries": tries + 1}
        unit.enqueue(name, again, run_at=now() + FIRST_PAUSE * 2**tries)
    return True
