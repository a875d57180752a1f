"""The kept counts: of an account's contacts, of those with each label, with each custom field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork
from backend.custom_fields.service import shift_field_counts
from backend.labels.service import shift_label_counts


async def shift_total(unit: UnitOfWork, delta: int) -> None:
    """Add to how many contacts the account has, inside of the unit that changed it."""
    if delta:
        await unit.execute(
            "INSERT INTO contact_total (account_id, live) VALUES (?, ?) "
            "ON CONFLICT (account_id) DO UPDATE SET live = contact_total.live + excluded.live",
            (unit.actor.account_id, delta),
        )


async def shift_counts(unit: UnitOfWork, ids: Sequence[int], sign: int) -> None:
    """Count contacts that left (-1) or came back (1), their labels and their values."""
    chosen = values_in("contact_id", ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT label_id, COUNT(*) FROM contact_label WHERE {chosen.text} GROUP BY label_id",  # noqa: S608
        chosen.params,
    )
    await shift_label_counts(unit, Counter({label: sign * count for label, count in rows}))
    rows = await unit.fetch(
        f"SELECT field_id, COUNT(*) FROM contact_value WHERE {chosen.text} GROUP BY field_id",  # noqa: S608
        chosen.params,
    )
    await shift_field_counts(unit, Counter({field: sign * count for field, count in rows}))
    await shift_total(unit, sign * len(ids))
