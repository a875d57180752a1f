"""What is held about one contact, gathered; and all of it erased at once."""

from __future__ import annotations

from typing import Any

from backend.contacts.queries.acts import states_before
from backend.contacts.queries.consents import all_consents
from backend.contacts.queries.lookups import contacts_by_id
from backend.contacts.rows import EVERYTHING
from backend.contacts.selections import SelectedIds
from backend.contacts.service.loading import load_contacts
from backend.contacts.service.purge import erase_contacts
from backend.contacts.service.trashing import trash_contacts
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.stories import Told, read_stories
from backend.core.unit_of_work import UnitOfWork

_HISTORY = 10_000


async def gather_contact(actor: Actor, contact_id: int) -> list[dict[str, Any]]:
    """Return the contact with its lists, what the log says of it, newest first, then the
    history of its subscriptions, and how it was before acts that can still be undone; JSON-ready.

    Raises:
        NotFound: no contact of this account.
    """
    found = (await contacts_by_id(actor, (contact_id,), EVERYTHING)).get(contact_id)
    if found is None:
        raise NotFound(("id",))
    contact = {
        "id": found.id,
        "given_name": found.given_name,
        "family_name": found.family_name,
        "company": found.company,
        "position": found.position,
        "has_photo": found.photo_key is not None,
        "created_at": found.created_at.isoformat(),
        "updated_at": found.updated_at.isoformat(),
        "last_activity_at": found.last_activity_at.isoformat(),
        "emails": [
            {
                "address": email.address,
                "kind": email.kind,
                "status": email.status,
                "status_changed_at": email.status_changed_at
                and email.status_changed_at.isoformat(),
            }
            for email in found.emails
        ],
        "phones": [{"number": each.number, "kind": each.kind} for each in found.phones],
        "addresses": [{"lines": each.lines, "kind": each.kind} for each in found.addresses],
        "labels": [label.name for label in found.labels],
        "custom_fields": [
            {"field": each.field.name, "kind": each.field.kind, "value": each.kept}
            for each in found.values
        ],
    }
    stories = await read_stories(actor.account_id, Told("Contact"), (contact_id,), limit=_HISTORY)
    return [
        contact,
        *(
            {
                "at": change.at.isoformat(),
                "kind": change.kind,
                "by": change.actor_name,
                "payload": change.payload,
            }
            for change in stories[contact_id]
        ),
        *(
            {
                "kind": "consent",
                "address": address,
                "status": step.status,
                "since": step.since and step.since.isoformat(),
                "recorded_at": step.recorded_at.isoformat(),
                "source": step.source,
                "by": step.actor_name,
                "proof": step.proof,
                "campaign": step.campaign_id,
                "client": step.client,
                "program": step.program,
            }
            for address, step in await all_consents(contact_id)
        ),
        *({"kind": "undo", "before": before} for before in await states_before(actor, contact_id)),
    ]


async def erase_contact(unit: UnitOfWork, contact_id: int) -> None:
    """Erase a contact for good, wherever it is, inside of a unit that erases what others hold too.

    Raises:
        NotFound: no contact of the unit's account.
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await unit.take_turn()
    stored = (await load_contacts(unit, (contact_id,))).get(contact_id)
    if stored is None:
        raise NotFound(("id",))
    if not stored.deleted:
        await trash_contacts(unit, SelectedIds((contact_id,)))
    await erase_contacts(unit, [(contact_id, stored.photo_key)])
