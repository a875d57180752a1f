"""Addresses that letters come back from, and people who open none."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from backend.contacts.events import ContactTouched, ContactUpdated
from backend.contacts.limits import BULK
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


async def mark_address_bounced(unit: UnitOfWork, normalized: str) -> None:
    """Say of an address, on every contact of the account that has it, that a letter to it came back
    for good; see ``mark_bounced``.
    """
    rows = await unit.fetch(
        "SELECT DISTINCT contact_id FROM contact_email WHERE account_id = ? AND normalized = ? "
        "ORDER BY contact_id",
        (unit.actor.account_id, normalized),
    )
    for (contact_id,) in rows:
        await mark_bounced(unit, contact_id, (normalized,))


async def mark_inactive(
    unit: UnitOfWork, since: Mapping[int, int | None], *, told: bool = True
) -> None:
    """Say of some contacts of the account since when they open no campaign any more, as stored
    instants; None for those that do. The versions stay. Only what differs is to be given.
    ``told`` is False inside of a verb that records the contacts as they were before it.
    """
    if not since:
        return
    bulk = len(since) > BULK
    before = {} if bulk or not told else await load_contacts(unit, since)
    await unit.execute_many(
        "UPDATE contact SET inactive_since = ? WHERE account_id = ? AND id = ?",
        [(micros, unit.actor.account_id, key) for key, micros in sorted(since.items())],
    )
    if not told:
        return
    versions = values_in("id", since, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id, version FROM contact WHERE account_id = ? AND {versions.text} ORDER BY id",  # noqa: S608
        (unit.actor.account_id, *versions.params),
    )
    unit.record_many(
        ContactTouched(
            key,
            version=version,
            before=before[key].snapshot.stored() if key in before else None,
            bulk=bulk,
        )
        for key, version in rows
    )
