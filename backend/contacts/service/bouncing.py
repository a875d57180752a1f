"""Addresses that letters come back from."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.events import ContactUpdated
from backend.contacts.service.loading import load_contacts
from backend.contacts.sql import values_in
from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork


async def mark_bounced(unit: UnitOfWork, contact_id: int, normalized: Collection[str]) -> None:
    """Say of some addresses of a contact that a letter to them came back for good.

    In the unit of what says so. The contact's version stays: whoever edits it meanwhile is not
    interrupted. Addresses that it has not change nothing.
    """
    stored = (await load_contacts(unit, (contact_id,))).get(contact_id)
    if stored is None:
        return
    chosen = values_in("normalized", normalized, unit.dialect)
    marked = await unit.execute(
        f"UPDATE contact_email SET bounced_at = ? WHERE contact_id = ? AND {chosen.text}",  # noqa: S608
        (now_micros(), contact_id, *chosen.params),
    )
    if marked:
        unit.record(
            ContactUpdated(
                contact_id,
                version=stored.version,
                fields=["emails"],
                before=stored.snapshot.stored(),
            )
        )
