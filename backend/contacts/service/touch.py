"""Last activity: when the client last took part in something."""

from __future__ import annotations

from datetime import datetime

from backend.contacts.events import ContactTouched
from backend.contacts.service.loading import load_contacts
from backend.core.clock import now_micros, to_micros
from backend.core.unit_of_work import UnitOfWork


async def touched_contact(unit: UnitOfWork, contact_id: int, at: datetime | None = None) -> None:
    """Say that a client took part in something ``at`` an instant, now when None.

    For messages both ways, leads, and summaries of meetings and calls: not for what the team does
    by itself. In the unit of the thing itself, whose own fact tells it; lists that are open see the
    contact move. An instant before its last activity changes nothing, nor does an unknown contact.
    Its version stays: whoever edits it meanwhile is not interrupted.
    """
    micros = now_micros() if at is None else min(to_micros(at), now_micros())
    stored = (await load_contacts(unit, (contact_id,))).get(contact_id)
    if stored is None or stored.active_micros >= micros:
        return
    await unit.execute(
        "UPDATE contact SET last_activity_at = ? WHERE id = ? AND last_activity_at < ?",
        (micros, contact_id, micros),
    )
    unit.record(ContactTouched(contact_id, version=stored.version, before=stored.snapshot.stored()))
