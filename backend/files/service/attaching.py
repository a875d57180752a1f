"""Giving files to contacts, and calling them otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.contacts.about_live import present_id
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required, TooMany
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.events import AttachmentAdded, AttachmentRenamed
from backend.files.names import clean_filename
from backend.files.queries.attachments import attachments_by_id
from backend.files.rows import AttachmentRow, FileRow
from backend.files.service.keeping import claim_upload

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class AttachmentsWritten:
    """Attachments as they are now, and the account's place in its history."""

    attachments: list[AttachmentRow]
    cursor: str


async def add_attachments(
    actor: Actor, contact_id: int, upload_ids: Sequence[str]
) -> AttachmentsWritten:
    """Give uploaded files to a contact; an upload that it has already stays what it is.

    Raises:
        NotFound: no contact of the account, or in the bin; or no upload of the actor's.
        UploadUnfinished, TooMany, InvalidId, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if len(upload_ids) > MOST_AT_ONCE:
        raise TooMany(("uploadIds",), maximum=MOST_AT_ONCE)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        own_id = await own_contact(unit, contact_id)
        keys = await attach_uploads(unit, own_id, upload_ids)
        found = await attachments_by_id(actor, keys)
    return AttachmentsWritten([found[key] for key in keys if key in found], unit.cursor)


async def attach_uploads(unit: UnitOfWork, contact_id: int, upload_ids: Sequence[str]) -> list[int]:
    """Give uploads of the unit's actor to a contact of the account, inside of a unit that does
    more and has the account's turn; return the attachments that they are.

    Raises:
        InvalidId, NotFound, UploadUnfinished
    """
    return [
        await _add(unit, contact_id, await claim_upload(unit, each, ("uploadIds", str(place))))
        for place, each in enumerate(upload_ids)
    ]


async def own_contact(unit: UnitOfWork, contact_id: int) -> int:
    """Return the contact that an id answers with.

    Raises:
        NotFound: none of the account, or in the bin.
    """
    contact_id = await present_id(unit.actor, contact_id)
    rows = await unit.fetch(
        "SELECT 1 FROM contact WHERE account_id = ? AND id = ? AND deleted_at IS NULL",
        (unit.actor.account_id, contact_id),
    )
    if not rows:
        raise NotFound(("contactId",))
    return contact_id


async def _add(unit: UnitOfWork, contact_id: int, file: FileRow) -> int:
    actor = unit.actor
    known = await unit.fetch(
        "SELECT id FROM attachment WHERE file_id = ? AND contact_id = ?", (file.pk, contact_id)
    )
    if known:
        return int(known[0][0])
    rows = await unit.fetch(
        "INSERT INTO attachment (account_id, contact_id, file_id, name, created_at, created_by) "
        "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (actor.account_id, contact_id, file.pk, file.name, now_micros(), actor.name),
    )
    key = int(rows[0][0])
    unit.record(AttachmentAdded(key, contact_id, file.name, file.size_bytes))
    return key


async def rename_attachment(actor: Actor, attachment_id: int, name: str) -> AttachmentsWritten:
    """Call a contact's file otherwise.

    Raises:
        NotFound, Required, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if not name.strip():
        raise Required(("name",))
    clean = clean_filename(name)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = (await attachments_by_id(actor, (attachment_id,))).get(attachment_id)
        if before is None:
            raise NotFound(("id",))
        if before.name != clean:
            await unit.execute(
                "UPDATE attachment SET name = ? WHERE id = ?", (clean, attachment_id)
            )
            renamed = {"field": "name", "before": [before.name], "after": [clean]}
            unit.record(AttachmentRenamed(before.pk, before.contact_key, clean, [renamed]))
        after = await attachments_by_id(actor, (attachment_id,))
    return AttachmentsWritten(list(after.values()), unit.cursor)
