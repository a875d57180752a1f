"""Deleting contacts' files, bringing them back, and erasing them when their time is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from backend.contacts.sql import values_in
from backend.core.clock import now, now_micros, to_micros
from backend.core.errors import NotFound, TooMany
from backend.core.permissions import Actor, Permission
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.events import AttachmentDeleted, AttachmentRestored
from backend.files.queries.attachments import attachments_by_id, attachments_to_purge
from backend.files.service.attaching import MOST_AT_ONCE, AttachmentsWritten
from backend.files.service.forgetting import forget_files


async def delete_attachments(actor: Actor, ids: Sequence[int]) -> AttachmentsWritten:
    """Delete contacts' files; :func:`restore_attachments` brings them back for
    CARNET_DELETED_CONTACT_DAYS. Those that are deleted already stay so.

    Raises:
        NotFound: one of them is none of the account.
        TooMany, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        await _check(actor, ids)
        found = await attachments_by_id(actor, ids)
        chosen = values_in("id", list(found), unit.dialect)
        await unit.execute(
            f"UPDATE attachment SET deleted_at = ? WHERE {chosen.text}",  # noqa: S608
            (now_micros(), *chosen.params),
        )
        unit.record_many(
            AttachmentDeleted(each.pk, each.contact_key, each.name) for each in found.values()
        )
    return AttachmentsWritten(list(found.values()), unit.cursor)


async def restore_attachments(actor: Actor, ids: Sequence[int]) -> AttachmentsWritten:
    """Bring back deleted files of contacts; those that are there stay as they are.

    Raises:
        NotFound: one of them is none of the account, or gone for good.
        TooMany, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        await _check(actor, ids)
        deleted = await attachments_by_id(actor, ids, deleted=True)
        chosen = values_in("id", list(deleted), unit.dialect)
        await unit.execute(
            f"UPDATE attachment SET deleted_at = NULL WHERE {chosen.text}",  # noqa: S608
            chosen.params,
        )
        unit.record_many(
            AttachmentRestored(each.pk, each.contact_key, each.name) for each in deleted.values()
        )
        found = await attachments_by_id(actor, ids)
    return AttachmentsWritten(list(found.values()), unit.cursor)


async def _check(actor: Actor, ids: Sequence[int]) -> None:
    if len(ids) > MOST_AT_ONCE:
        raise TooMany(("ids",), maximum=MOST_AT_ONCE)
    known = {
        **await attachments_by_id(actor, ids),
        **await attachments_by_id(actor, ids, deleted=True),
    }
    for place, key in enumerate(ids):
        if key not in known:
            raise NotFound(("ids", str(place)))


async def purge_deleted_attachments() -> int:
    """Erase, in every account, what was deleted CARNET_DELETED_CONTACT_DAYS ago, with its bytes;
    return how many.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    doomed = await attachments_to_purge(limit)
    for account_id, ids in doomed.items():
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.take_turn()
            await erase_attachments(unit, await _still_deleted(unit, ids, limit))
    return sum(map(len, doomed.values()))


async def _still_deleted(unit: UnitOfWork, ids: Sequence[int], limit: int) -> list[int]:
    chosen = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id FROM attachment WHERE deleted_at <= ? AND {chosen.text}",  # noqa: S608
        (limit, *chosen.params),
    )
    return [row[0] for row in rows]


async def erase_attachments(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Erase attachments, what the log said of them, and the files if nobody else has them."""
    own = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        f"DELETE FROM attachment WHERE {own.text} RETURNING file_id",  # noqa: S608
        own.params,
    )
    told = values_in("subject_id", ids, unit.dialect)
    await unit.execute(
        "UPDATE change SET payload = '{}' WHERE account_id = ? "  # noqa: S608
        f"AND subject_type = 'Attachment' AND {told.text}",
        (unit.actor.account_id, *told.params),
    )
    await forget_files(unit, {row[0] for row in rows})
