"""Files for whoever keeps them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.ids import decode_id
from backend.core.permissions import Actor, Permission
from backend.core.storage import delete_file, put_file
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.errors import UploadUnfinished
from backend.files.names import clean_filename
from backend.files.queries.attachments import attachments_by_id
from backend.files.queries.files import files_by_id
from backend.files.rows import FILE_COLUMNS, AttachmentRow, FileRow
from backend.files.service.writing import insert_file, make_ready
from backend.files.sniffing import HEAD_BYTES, sniff


async def claim_upload(
    unit: UnitOfWork, upload_id: str, path: Sequence[str] = ("uploadId",)
) -> FileRow:
    """Return a file that the unit's actor uploaded, for the row that will refer to it.

    It may be claimed again, within a day: whoever refers to it keeps it.

    Raises:
        InvalidId, NotFound: no upload of the actor's.
        UploadUnfinished: not all of it is here.
    """
    key = decode_id(upload_id, "FileUpload", path)
    # Touched, so that nobody forgets it until the row that refers to it is there.
    rows = await unit.fetch(
        "UPDATE stored_file SET touched_at = ? WHERE id = ? AND account_id = ? AND user_id = ? "  # noqa: S608
        f"RETURNING {FILE_COLUMNS}",
        (now_micros(), key, unit.actor.account_id, unit.actor.user_id),
    )
    if not rows:
        raise NotFound(path)
    found = FileRow(*rows[0])
    if not found.is_ready:
        raise UploadUnfinished(path)
    return found


async def keep_bytes(actor: Actor, name: str, content: bytes) -> FileRow:
    """Keep what the server has in memory, and return the file, for the row that will refer to it.

    It writes for itself: call it before the unit of work that refers to the file, as the storage
    may be far away. What is not referred to within a day is forgotten.

    Raises:
        FilesTakeTooMuch, StorageUnavailable, DiskFull
    """
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await insert_file(
            unit, clean_filename(name), len(content), token=None, at=now_micros()
        )
    await put_file(found.storage_key, content)
    async with unit_of_work(actor) as unit:
        ready = await make_ready(unit, found, sniff(content[:HEAD_BYTES], found.name))
    if ready is None:  # it took over a day
        await delete_file(found.storage_key)
        raise NotFound
    return ready


async def find_files(actor: Actor, ids: Collection[int]) -> dict[int, FileRow]:
    """Return those of some files that the actor's account has.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    return await files_by_id(actor.account_id, ids)


async def find_attachments(actor: Actor, ids: Collection[int]) -> dict[int, AttachmentRow]:
    """Return those of some attachments that contacts of the account have.

    Raises:
        Forbidden
    """
    return await attachments_by_id(actor, ids)
