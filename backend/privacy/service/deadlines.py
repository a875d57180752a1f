"""Reminders of requests whose time runs out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.copy_queries import requests_due_before
from backend.privacy.queries import find_request
from backend.privacy.rows import RequestRow
from backend.privacy.rules import NEAR, OPEN
from backend.privacy.service.telling import tell_near, tell_overdue

_NEAR, _OVER = 1, 2
Tell = Callable[[UnitOfWork, RequestRow], Awaitable[None]]


async def remind_of_deadlines() -> int:
    """Tell, in every account, once that a day is left for a request, and once that it is overdue;
    return how many were told.
    """
    count = 0
    steps: tuple[tuple[int, int, Tell], ...] = (
        (now_micros(), _OVER, tell_overdue),
        (to_micros(now() + NEAR), _NEAR, tell_near),
    )
    for before, step, tell in steps:
        for account_id, request_id in await requests_due_before(before, step):
            count += await _remind(account_id, request_id, step, tell)
    return count


async def _remind(account_id: int, request_id: int, step: int, tell: Tell) -> int:
    async with unit_of_work(Actor.system(account_id)) as unit:
        rows = await unit.fetch(
            "UPDATE privacy_request SET told = ? WHERE id = ? AND told < ? RETURNING id",
            (step, request_id, step),
        )
        found = await find_request(account_id, request_id)
        if not rows or found is None or found.state not in OPEN:
            return 0
        await tell(unit, found)
    return 1
