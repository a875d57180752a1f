"""What a contact is known by, read just before it is erased."""

from __future__ import annotations

from backend.contacts.marks import Marks
from backend.contacts.phones import inner_digits
from backend.core.unit_of_work import UnitOfWork


async def marks_of(unit: UnitOfWork, contact_id: int) -> Marks:
    """Return what a contact of the unit's account is known by, wherever it is; nothing of a
    contact that is not there.
    """
    owned = (unit.actor.account_id, contact_id)
    names = await unit.fetch(
        "SELECT given_name, family_name FROM contact WHERE account_id = ? AND id = ?", owned
    )
    emails = await unit.fetch(
        "SELECT address FROM contact_email WHERE account_id = ? AND contact_id = ?", owned
    )
    phones = await unit.fetch(
        "SELECT number, e164 FROM contact_phone WHERE account_id = ? AND contact_id = ?", owned
    )
    return Marks.of(
        [(given, family) for given, family in names],
        [address for (address,) in emails],
        [inner_digits(number, e164) for number, e164 in phones],
    )
