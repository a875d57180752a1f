"""Deleting and restoring custom fields with their values, and erasing them when their time is over.

Nobody reads the values of a field in the trash; what stays to be done is that the search forgets
them, a thousand contacts to a transaction.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.contacts.limits import BATCH
from backend.contacts.service.loading import load_contacts
from backend.contacts.service.search_index import reindex_contacts
from backend.core.clock import now, to_micros
from backend.core.jobs import job
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.service import (
    FieldWritten,
    fields_to_purge,
    purge_field,
    trash_field,
    untrash_field,
)

REINDEX = "reindex_custom_field"
_PURGED_AT_ONCE = 10_000


async def delete_field(actor: Actor, field_id: int) -> FieldWritten:
    """Put a field into the trash, and its values with it: nobody sees or finds them any more.

    Raises:
        NotFound, Forbidden
    """
    async with unit_of_work(actor) as unit:
        field = await trash_field(unit, field_id)
        await _reindex(unit, field)
    return FieldWritten(field, unit.cursor)


async def restore_field(actor: Actor, field_id: int) -> FieldWritten:
    """Take a field out of the trash, with all its values, behind the other fields.

    Raises:
        FieldNameTaken: another field got its name meanwhile.
        TooManyFields, NotFound, Forbidden
    """
    async with unit_of_work(actor) as unit:
        field = await untrash_field(unit, field_id)
        await _reindex(unit, field)
    return FieldWritten(field, unit.cursor)


async def _reindex(unit: UnitOfWork, field: FieldRow) -> None:
    if field.kind == CustomFieldKind.TEXT and field.contact_count:
        await _reindex_batch(unit, field.pk, 0)


async def _reindex_batch(unit: UnitOfWork, field_id: int, after: int) -> None:
    """Give contacts that have a value in a field the text that they are now found by."""
    rows = await unit.fetch(
        "SELECT contact.id FROM contact_value JOIN contact ON contact.id = contact_id "
        "WHERE field_id = ? AND contact_id > ? AND contact.account_id = ? "
        "AND contact.deleted_at IS NULL ORDER BY contact_id LIMIT ?",
        (field_id, after, unit.actor.account_id, BATCH),
    )
    ids = [row[0] for row in rows]
    stored = (await load_contacts(unit, ids)).values() if ids else ()
    texts = [(each.id, each.state.search_text(), each.text) for each in stored]
    await reindex_contacts(unit, [(key, text) for key, text, before in texts if text != before])
    if len(ids) == BATCH:
        payload = {"account_id": unit.actor.account_id, "field_id": field_id, "after": ids[-1]}
        unit.enqueue(REINDEX, payload)


@job(REINDEX)
async def reindex_custom_field(payload: dict[str, Any]) -> None:
    """Go on where the deletion or the restoring left off."""
    async with unit_of_work(Actor.system(payload["account_id"])) as unit:
        await unit.take_turn()
        await _reindex_batch(unit, payload["field_id"], payload["after"])


async def purge_deleted_fields() -> int:
    """Erase, in every account, the fields that were deleted CARNET_DELETED_CONTACT_DAYS ago, with
    their values; return how many.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    doomed = await fields_to_purge(limit)
    for account_id, field_id in doomed:
        while await _erase_values(account_id, field_id):
            pass
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.take_turn()
            await purge_field(unit, field_id)
    return len(doomed)


async def _erase_values(account_id: int, field_id: int) -> int:
    async with unit_of_work(Actor.system(account_id)) as unit:
        await unit.take_turn()
        return await unit.execute(
            "DELETE FROM contact_value WHERE id IN (SELECT contact_value.id FROM contact_value "
            "JOIN custom_field ON custom_field.id = field_id AND custom_field.deleted_at "
            "IS NOT NULL WHERE field_id = ? AND custom_field.account_id = ? LIMIT ?)",
            (field_id, account_id, _PURGED_AT_ONCE),
        )
