"""Acts on many contacts are forgotten when they can no longer be undone."""

from __future__ import annotations

from datetime import timedelta

from backend.contacts.acts import undo_days
from backend.core.clock import now, to_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

_AT_ONCE = 10_000


async def forget_old_acts() -> int:
    """Forget, in every account, acts of CARNET_DELETED_CONTACT_DAYS ago; return how many."""
    limit = to_micros(now() - timedelta(days=undo_days()))
    while await _forget_entries(limit):
        pass
    async with unit_of_work(Actor.system(0)) as unit:
        return await unit.execute("DELETE FROM contact_act WHERE created_at <= ?", (limit,))


async def _forget_entries(limit: int) -> int:
    async with unit_of_work(Actor.system(0)) as unit:
        return await unit.execute(
            "DELETE FROM contact_act_entry WHERE id IN (SELECT entry.id FROM contact_act_entry "
            "AS entry JOIN contact_act ON contact_act.id = entry.act_id "
            "WHERE contact_act.created_at <= ? LIMIT ?)",
            (limit, _AT_ONCE),
        )
