"""Merges that can no longer be undone keep nothing but where old ids lead."""

from __future__ import annotations

from datetime import timedelta

from backend.core.clock import now, to_micros
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work


async def make_merges_final() -> int:
    """Forget, in every account, what undoing merges of CARNET_DELETED_CONTACT_DAYS ago took.

    Return how many. Ids that lead to a contact that is gone for good are forgotten too.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    async with unit_of_work(Actor.system(0)) as unit:
        count = await unit.execute(
            "UPDATE contact_merge SET kept_before = NULL, kept_after = NULL "
            "WHERE created_at <= ? AND kept_before IS NOT NULL",
            (limit,),
        )
        # A kept contact that was merged away itself may be purged: its id still leads on.
        await unit.execute(
            "DELETE FROM contact_merge WHERE NOT EXISTS (SELECT 1 FROM contact "
            "WHERE contact.id = contact_merge.kept_contact_id) AND NOT EXISTS (SELECT 1 FROM "
            "contact_merge AS next WHERE next.other_contact_id = contact_merge.kept_contact_id)"
        )
    return count
