"""Whom a filter chooses for a campaign: counted while it is written, fixed when it begins."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from backend.campaigns.rules.audience import Audience
from backend.contacts.filter_input import parse_filter
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.service.finding import all_ids, contacts_by_id, mail_states, unwanted
from backend.core.permissions import Actor, Role

STRIDE = 2000
MOST_NAMED = 100
"""Of those who are left out for one reason."""


def reader_of(account_id: int, user_id: int | None) -> Actor:
    """Return who chooses for a campaign that runs by itself: whoever began it, as their own saved
    filters choose, and with no right but to read.
    """
    return Actor(account_id=account_id, role=Role.VIEWER, user_id=user_id, name="Carnet")


async def audience_of(actor: Actor, plain: Mapping[str, Any]) -> Audience:
    """Return everybody whom a filter chooses, judged; ``plain`` is JSON of a ``ContactFilter``.

    Raises:
        As ``contacts.filter_input.parse_filter`` and ``contacts.service.finding.all_ids``.
    """
    ids = await all_ids(actor, parse_filter(plain))
    audience = Audience()
    for start in range(0, len(ids), STRIDE):
        some = ids[start : start + STRIDE]
        states = await mail_states(actor.account_id, some)
        hopeful = {
            state.normalized
            for known in states.values()
            for state in known
            if state.status is SubscriptionStatus.SUBSCRIBED
        }
        unsubscribed, bounced = await unwanted(actor.account_id, hopeful)
        audience.judge(some, states, unsubscribed, bounced)
        await asyncio.sleep(0)  # whoever else waits for this process has a turn
    return audience


async def first_names(actor: Actor, audience: Audience) -> dict[int, str]:
    """Return what the first of those left out are called, by key."""
    keys = [key for ids in audience.excluded.values() for key in ids[:MOST_NAMED]]
    found = await contacts_by_id(actor, keys)
    return {key: contact.display_name for key, contact in found.items()}
