"""Giving a contact its photo."""

from __future__ import annotations

from backend.contacts.events import ContactUpdated
from backend.contacts.holdings import photo_bit
from backend.contacts.photos import claim_upload, forget_photo
from backend.contacts.service.create import ContactWritten
from backend.contacts.service.update import load_version
from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work


async def set_contact_photo(
    actor: Actor, contact_id: int, version: int, upload: str
) -> ContactWritten:
    """Show an uploaded picture as a contact's photo.

    Raises:
        UploadExpired: not an upload of this account, or too old.
        StaleVersion, ContactDeleted, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    return await _change(actor, contact_id, version, await claim_upload(actor, upload))


async def remove_contact_photo(actor: Actor, contact_id: int, version: int) -> ContactWritten:
    """Show no photo of a contact any more.

    Raises:
        StaleVersion, ContactDeleted, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    return await _change(actor, contact_id, version, None)


async def _change(
    actor: Actor, contact_id: int, version: int, photo_key: str | None
) -> ContactWritten:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        stored = await load_version(unit, contact_id, version, field="contactId")
        if stored.photo_key == photo_key:
            return ContactWritten(contact_id, unit.cursor)
        now = now_micros()
        holdings = stored.state.holdings | photo_bit(photo_key) | stored.outer_bits
        await unit.execute(
            "UPDATE contact SET photo_key = ?, holdings = ?, version = version + 1, "
            "updated_at = ?, updated_by = ? WHERE id = ?",
            (photo_key, holdings, now, actor.name, contact_id),
        )
        if stored.photo_key is not None:
            forget_photo(unit, actor.account_id, stored.photo_key)
        unit.record(
            ContactUpdated(
                contact_id,
                version=version + 1,
                fields=["photo"],
                before=stored.snapshot.stored(),
            )
        )
    return ContactWritten(contact_id, unit.cursor)
