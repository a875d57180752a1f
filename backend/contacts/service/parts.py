"""What contacts have that other domains keep for them, noted where filters look."""

from __future__ import annotations

from collections.abc import Mapping

from backend.contacts.events import ContactPartChanged
from backend.contacts.holdings import BITS
from backend.contacts.kinds import ContactPart
from backend.contacts.service.loading import load_contacts
from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork


async def note_part(
    unit: UnitOfWork, part: ContactPart, held: Mapping[int, bool], *, told: bool = True
) -> None:
    """Note of some contacts, by their keys, whether they have a part; record what changes by it.

    ``told`` is False inside of a verb that records the contacts as they were before it. The unit
    has the account's turn.
    """
    bit = BITS[part]
    own = values_in("id", held, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id, holdings FROM contact WHERE account_id = ? AND {own.text}",  # noqa: S608
        (unit.actor.account_id, *own.params),
    )
    changed = [key for key, holdings in rows if bool(holdings & bit) is not held[key]]
    if not changed:
        return
    before = await load_contacts(unit, changed) if told else {}
    await unit.execute_many(
        "UPDATE contact SET holdings = (holdings & ?) | ? WHERE id = ?",
        [(sum(BITS.values()) - bit, bit if held[key] else 0, key) for key in sorted(changed)],
    )
    unit.record_many(
        ContactPartChanged(
            key,
            version=stored.version,
            part=part.value,
            held=held[key],
            before=stored.snapshot.stored(),
        )
        for key, stored in sorted(before.items())
    )
