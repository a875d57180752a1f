"""Taking the pieces of a file, and the whole of it once it is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.storage import delete_file, put_path
from backend.core.unit_of_work import unit_of_work
from backend.core.uploads.appending import append, arrived_bytes
from backend.core.uploads.disk import held
from backend.core.uploads.errors import UploadMisplaced
from backend.files import parts
from backend.files.queries.files import file_of_token, files_by_id
from backend.files.rows import FileRow
from backend.files.service.forgetting import forget_files
from backend.files.service.writing import make_ready
from backend.files.sniffing import HEAD_BYTES, sniff


async def find_upload(actor: Actor, token: str) -> FileRow | None:
    """Return the upload of an address, if the actor is who announced it, in that account.

    Raises:
        Forbidden: the actor may no longer send files.
    """
    found = await file_of_token(actor.account_id, token)
    if found is None or found.user_id != actor.user_id:
        return None
    actor.require(Permission.UPLOAD_FILES)
    return found


def uploaded_bytes(found: FileRow) -> int:
    """Return how much of a file is safe: what was said to be, if it is still there."""
    if found.is_ready:
        return found.size_bytes
    return arrived_bytes(parts.part_file(found.token or ""), found.uploaded_bytes)


async def append_piece(
    actor: Actor, found: FileRow, offset: int, pieces: AsyncIterator[bytes]
) -> int:
    """Write what comes at the end of a file, and return how long it is then.

    Raises:
        UploadMisplaced, UploadOverflow, UploadBusy, DiskFull: see :func:`append`.
    """
    if found.is_ready:
        raise UploadMisplaced(offset=found.size_bytes)
    return await append(
        parts.part_file(found.token or ""),
        pieces,
        offset=offset,
        end=uploaded_bytes(found),
        size_bytes=found.size_bytes,
        note=partial(_note, actor, found, offset),
    )


async def _note(actor: Actor, found: FileRow, start: int, end: int) -> None:
    async with unit_of_work(actor) as unit:
        touched = await unit.execute(
            "UPDATE stored_file SET uploaded_bytes = ?, touched_at = ? WHERE id = ? "
            "AND account_id = ? AND ready_at IS NULL AND uploaded_bytes = ?",
            (end, now_micros(), found.pk, actor.account_id, found.uploaded_bytes),
        )
    if not touched:
        raise UploadMisplaced(offset=start)


async def finish_upload(actor: Actor, found: FileRow) -> None:
    """Put a file that is whole into the storage; it can be claimed from then on.

    Raises:
        UploadBusy: another request does so.
        StorageUnavailable: it was not taken; asking again tries again.
    """
    path = parts.part_file(found.token or "")
    with suppress(FileNotFoundError), held(path):  # not there: another request finished it
        current = (await files_by_id(found.account_id, (found.pk,))).get(found.pk)
        if current is not None and not current.is_ready:
            await _store(actor, current, path)
        await asyncio.to_thread(path.unlink, missing_ok=True)


async def _store(actor: Actor, found: FileRow, path: Path) -> None:
    head = await asyncio.to_thread(parts.read_head, path, HEAD_BYTES)
    await put_path(found.storage_key, path)
    async with unit_of_work(actor) as unit:
        ready = await make_ready(unit, found, sniff(head, found.name))
    if ready is None:  # discarded meanwhile
        await delete_file(found.storage_key)


async def discard_upload(actor: Actor, file_id: int) -> None:
    """Forget a file that somebody announced, and what has arrived of it, unless it was claimed.

    Raises:
        NotFound: no upload of the actor's.
        Forbidden
    """
    actor.require(Permission.UPLOAD_FILES)
    found = (await files_by_id(actor.account_id, (file_id,))).get(file_id)
    if found is None or found.user_id != actor.user_id:
        raise NotFound(("id",))
    async with unit_of_work(actor) as unit:
        await forget_files(unit, (file_id,))
