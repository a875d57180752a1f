"""What is held about one contact, gathered; and all of it erased at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from backend.contacts.photos.files import read_photo
from backend.contacts.photos.links import SIZES
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
from backend.core.registry import Held, HeldFile
from backend.core.stories import NEWEST, Told, read_stories
from backend.core.unit_of_work import UnitOfWork

_BATCH = 500


async def gather_contact(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield the contact with its lists and its picture, what the log says of it, newest first, the
    history of its subscriptions, then how it was before acts that can still be undone.

    Raises:
        NotFound: no contact of this account.
    """
    found = (await contacts_by_id(actor, (contact_id,), EVERYTHING)).get(contact_id)
    if found is None:
        raise NotFound(("id",))
    picture = found.photo_key
    yield Held(
        "contact",
        {
            "id": found.id,
            "given_name": found.given_name,
            "family_name": found.family_name,
            "company": found.company,
            "position": found.position,
            "has_photo": picture is not None,
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
                    "bounced_at": email.bounced_at and email.bounced_at.isoformat(),
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
        },
        (HeldFile("photo.webp", partial(_open_photo, actor.account_id, picture)),)
        if picture
        else (),
    )
    before = NEWEST
    told = Told("Contact")
    while changes := (
        await read_stories(actor.account_id, told, (contact_id,), limit=_BATCH, before=before)
    )[contact_id]:
        for change in changes:
            yield Held(
                "history",
                {
                    "at": change.at.isoformat(),
                    "kind": change.kind,
                    "by": change.actor_name,
                    "payload": change.payload,
                },
            )
        before = changes[-1].sequence
    for address, step in await all_consents(contact_id):
        yield Held(
            "consents",
            {
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
            },
        )
    for state in await states_before(actor, contact_id):
        yield Held("undo", {"kind": "undo", "before": state})


async def _open_photo(account_id: int, key: str) -> AsyncIterator[bytes]:
    content = await read_photo(account_id, key, SIZES[-1])
    if content is None:
        raise NotFound
    return _whole(content)


async def _whole(content: bytes) -> AsyncIterator[bytes]:
    yield content


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
