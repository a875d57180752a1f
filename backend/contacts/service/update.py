"""Editing contacts: one by hand from the version that was seen, or many from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from backend.contacts.consent import ConsentOrigin, clean_proof
from backend.contacts.drafts import ContactAddition, ContactChanges
from backend.contacts.errors import ContactDeleted
from backend.contacts.limits import BATCH, BULK
from backend.contacts.service.acts import remember_edits
from backend.contacts.service.create import ContactWritten
from backend.contacts.service.edits import Edit, apply_addition, apply_changes, edit_of
from backend.contacts.service.loading import Stored, load_contacts
from backend.contacts.service.preparing import known_of, with_labels
from backend.contacts.service.saving import save_edits
from backend.core.clock import now
from backend.core.errors import NotFound, Refusal, Refusals, StaleVersion
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.labels.service import LabelNames


async def update_contact(
    actor: Actor,
    contact_id: int,
    version: int,
    changes: ContactChanges,
    *,
    consent: str | None = None,
) -> ContactWritten:
    """Edit a contact that is still at the version that the editor saw.

    An edit that changes nothing writes nothing. ``consent`` is where and how the statuses of
    e-mails were agreed to.

    Raises:
        StaleVersion: somebody saved a newer version; ``queries.conflicts`` says who and what.
        ContactDeleted: it is in the trash.
        NotFound: no contact of this account.
        Refusals: parts of the edit are refused.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    origin = ConsentOrigin.by(actor, clean_proof(consent))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        stored = await load_version(unit, contact_id, version)
        known = await known_of(actor.account_id)
        edit = apply_changes(stored, changes, known, now())
        await save_edits(unit, (edit,), origin=origin)
    return ContactWritten(contact_id, unit.cursor)


async def load_version(
    unit: UnitOfWork, contact_id: int, version: int, *, field: str = "id"
) -> Stored:
    """Return a contact that is not deleted and still at a version; the unit has the turn.

    ``field`` is the input's that names the contact.

    Raises:
        StaleVersion, ContactDeleted, NotFound
    """
    stored = (await load_contacts(unit, (contact_id,))).get(contact_id)
    if stored is None:
        raise NotFound((field,))
    if stored.deleted:
        raise ContactDeleted((field,))
    if stored.version != version:
        raise StaleVersion(("version",), current_version=stored.version)
    return stored


@dataclass(slots=True)
class ContactsUpdated:
    """How many contacts changed, and which additions were refused, by their place."""

    changed_count: int = 0
    refused: dict[int, tuple[Refusal, ...]] = field(default_factory=dict)
    cursor: str = ""


async def bulk_update_contacts(
    actor: Actor, additions: Sequence[ContactAddition]
) -> ContactsUpdated:
    """Add what files say to contacts that are there, a thousand to a transaction.

    What is refused does not hold up the rest; so is a contact that is gone or in the trash.

    Raises:
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    whole = ContactsUpdated()
    for start in range(0, len(additions), BATCH):
        async with unit_of_work(actor) as unit:
            part = await add_to_contacts(
                unit, additions[start : start + BATCH], bulk=len(additions) > BULK
            )
        whole.changed_count += part.changed_count
        whole.refused.update((start + place, why) for place, why in part.refused.items())
        whole.cursor = unit.cursor or whole.cursor
    return whole


async def add_to_contacts(
    unit: UnitOfWork,
    additions: Sequence[ContactAddition],
    *,
    bulk: bool = False,
    act: int | None = None,
    origin: ConsentOrigin | None = None,
) -> ContactsUpdated:
    """Add to contacts inside of a unit of work that does more, such as the steps of an import.

    Several additions to one contact are applied in turn. ``act`` is what they can be undone with;
    ``origin`` by what subscription statuses change, None is whoever acts.
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await unit.take_turn()
    known, instant = await known_of(unit.actor.account_id), now()
    labels = await LabelNames.read(unit.actor, unit)
    updated = ContactsUpdated()
    waiting = dict(enumerate(additions))
    while waiting:
        # One addition to each contact at a time: the next one finds what this one wrote.
        turn = {addition.contact_id: place for place, addition in reversed(waiting.items())}
        stored = await load_contacts(unit, turn)
        edits: list[Edit] = []
        for place in sorted(turn.values()):
            addition = waiting.pop(place)
            found = stored.get(addition.contact_id)
            if found is None or found.deleted:
                updated.refused[place] = (NotFound(("contactId",)),)
                continue
            try:
                edit = apply_addition(found, addition, known, instant)
                if addition.label_names:
                    after = await with_labels(
                        edit.after, addition.label_names, labels, addition.label_colors
                    )
                    edit = edit_of(found, after)
                edits.append(edit)
            except Refusals as refused:
                updated.refused[place] = refused.refusals
        await save_edits(unit, edits, bulk=bulk, origin=origin)
        if act is not None:
            await remember_edits(unit, act, edits)
        updated.changed_count += sum(bool(edit.fields) for edit in edits)
    return updated
