"""One person erased: in every domain that holds something of them, in one transaction."""

from __future__ import annotations

from backend.core.registry import personal_data
from backend.core.unit_of_work import UnitOfWork


async def erase_person(unit: UnitOfWork, contact_id: int) -> None:
    """Erase what every domain holds about a contact; what the law makes it keep is nobody's then.

    Those above come first: what refers to the contact goes before the contact. The registrations
    of all domains must have been imported.

    Raises:
        NotFound: no contact of the unit's account.
        Forbidden
    """
    for entry in reversed(list(personal_data.entries.values())):
        await entry.erase(unit, contact_id)
