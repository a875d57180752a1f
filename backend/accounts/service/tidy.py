"""Forgetting what is over."""

from __future__ import annotations

from datetime import timedelta

from backend.core.clock import now, to_micros
from backend.core.idempotency import forget_old_results
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

DRAFTS_KEPT = timedelta(days=90)
EXPIRED_INVITATIONS_KEPT = timedelta(days=30)
"""So that one that was overlooked can be sent again with a click."""
EXPIRED_TOKENS_KEPT = timedelta(days=90)
"""So that whoever wonders why an app stopped finds its token in the list."""


async def forget_what_is_over() -> None:
    """Delete rows that can open nothing any more, drafts nobody came back to, and results of
    writes that no client sends again."""
    instant = now()
    over = [
        ("DELETE FROM session WHERE expires_at <= ?", instant),
        ("DELETE FROM session_ticket WHERE expires_at <= ?", instant),
        ("DELETE FROM password_reset WHERE expires_at <= ?", instant),
        ("DELETE FROM email_change WHERE expires_at <= ?", instant),
        ("DELETE FROM attempt WHERE expires_at <= ?", instant),
        ("DELETE FROM invitation WHERE expires_at <= ?", instant - EXPIRED_INVITATIONS_KEPT),
        ("DELETE FROM api_token WHERE expires_at <= ?", instant - EXPIRED_TOKENS_KEPT),
        ("DELETE FROM draft WHERE updated_at <= ?", instant - DRAFTS_KEPT),
    ]
    async with unit_of_work(Actor.system(0)) as unit:
        for statement, limit in over:
            await unit.execute(statement, (to_micros(limit),))
        await forget_old_results(unit)
