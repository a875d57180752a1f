"""What is held about a contact in files, gathered and erased."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from backend.contacts.sql import values_in
from backend.core.clock import from_micros
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork
from backend.files.queries.attachments import all_attachments
from backend.files.service.keeping import find_files
from backend.files.service.reading import held_file
from backend.files.service.trash import erase_attachments


async def gather_attachments(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield which files a contact has, deleted ones too, newest first."""
    attachments = await all_attachments(actor, contact_id)
    kept = await find_files(actor, {each.file_key for each, _ in attachments})
    for each, deleted in attachments:
        stored = kept.get(each.file_key)
        yield Held(
            "files",
            {
                "name": each.name,
                "media_type": each.media_type,
                "size_bytes": each.size_bytes,
                "at": each.created_at.isoformat(),
                "by": each.created_by,
                "deleted_at": None if deleted is None else from_micros(deleted).isoformat(),
            },
            (held_file(each.name, stored),) if stored else (),
        )


async def erase_attachments_of(unit: UnitOfWork, contact_id: int) -> None:
    """Erase a contact's files.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await forget_attachments(unit, (contact_id,))


async def forget_attachments(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Erase the files of contacts that are about to be erased."""
    chosen = values_in("contact_id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id FROM attachment WHERE account_id = ? AND {chosen.text}",  # noqa: S608
        (unit.actor.account_id, *chosen.params),
    )
    if rows:
        await erase_attachments(unit, [row[0] for row in rows])
