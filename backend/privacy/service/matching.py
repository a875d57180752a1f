"""Details → the people they may be; and whether those that were chosen are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.contacts.rows import NOTHING, ContactRow, Wanted
from backend.contacts.service.finding import (
    PersonReason,
    account_country,
    contacts_by_id,
    contacts_of_person,
    present_contacts,
)
from backend.core.errors import NotFound, TooMany
from backend.core.permissions import Actor, Permission
from backend.privacy.details import Details, check_details
from backend.privacy.rules import MAX_PEOPLE

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Match:
    """A contact that may be the person, and why."""

    contact: ContactRow
    reasons: list[PersonReason]


async def people_matching(actor: Actor, given: Details, wanted: Wanted = NOTHING) -> list[Match]:
    """Return the contacts that details may be of, in the trash too, the surest first.

    Raises:
        Refusals: details that are none.
        Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    details = check_details(given, await account_country(actor.account_id))
    found = await contacts_of_person(
        actor, email=details.email, phone=details.phone, name=details.name
    )
    shown = list(found)[:SHOWN]
    contacts = await contacts_by_id(actor, shown, wanted)
    return [Match(contacts[key], found[key]) for key in shown if key in contacts]


async def existing_people(actor: Actor, contact_ids: Sequence[int]) -> list[int]:
    """Return what chosen contacts are now: one that was merged is the one that has it all.

    Raises:
        TooMany: over 20.
        NotFound: one of them is gone or somebody else's.
    """
    if len(contact_ids) > MAX_PEOPLE:
        raise TooMany(("contactIds",), maximum=MAX_PEOPLE)
    present = await present_contacts(actor, list(dict.fromkeys(contact_ids)))
    for place, key in enumerate(contact_ids):
        if key not in present:
            raise NotFound(("contactIds", str(place)))
    return sorted({contact.pk for contact in present.values()})
