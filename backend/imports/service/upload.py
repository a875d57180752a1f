"""Taking the pieces of a file, and the whole of it once it is there."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import AsyncIterator

from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.imports import files
from backend.imports.errors import DiskFull, UploadMisplaced, UploadOver, UploadOverflow
from backend.imports.limits import MAX_PIECE_BYTES
from backend.imports.queries import import_of_token
from backend.imports.rows import ImportRow
from backend.imports.states import ImportState

_BUFFER_BYTES = 1024 * 1024
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


async def find_upload(actor: Actor, token: str) -> ImportRow | None:
    """Return the import of an address, if the actor is who announced it, in that account.

    Raises:
        Forbidden: the actor may no longer bring contacts in.
        UploadOver: nothing more is taken.
    """
    found = await import_of_token(actor.account_id, token)
    if found is None or found.user_id != actor.user_id:
        return None
    actor.require(Permission.WRITE_CONTACTS)
    if found.state is not ImportState.UPLOADING:
        raise UploadOver
    return found


def uploaded_bytes(found: ImportRow) -> int:
    """Return how much of a file is safe: what was said to be, if it is still there."""
    return min(found.uploaded_bytes, files.size_of(files.source_file(found.token)))


async def append_piece(
    actor: Actor, found: ImportRow, offset: int, pieces: AsyncIterator[bytes]
) -> int:
    """Write what comes at the end of a file, and return how long it is then.

    It is on the disk before it is said to be. Where ``pieces`` end before their time, what came
    until then is kept.

    Raises:
        UploadMisplaced: the file does not end at ``offset``.
        UploadOverflow: more than was announced, or more than fits in one request.
        UploadBusy: another request is writing this file.
        DiskFull
    """
    path = files.source_file(found.token)
    end = uploaded_bytes(found)
    if offset != end:
        raise UploadMisplaced(offset=end)
    limit = min(found.size_bytes - end, MAX_PIECE_BYTES)
    try:
        with files.opened_at(path, end) as descriptor:
            await _write(descriptor, pieces, limit)
            await asyncio.to_thread(os.fsync, descriptor)
            end = os.lseek(descriptor, 0, os.SEEK_CUR)
            await _note(actor, found, offset, end)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        raise
    return end


async def _write(descriptor: int, pieces: AsyncIterator[bytes], limit: int) -> None:
    size, buffer = 0, bytearray()
    async for piece in pieces:
        size += len(piece)
        if size > limit:
            raise UploadOverflow(maximum=limit)
        buffer += piece
        if len(buffer) >= _BUFFER_BYTES:
            await asyncio.to_thread(files.write_all, descriptor, bytes(buffer))
            buffer.clear()
    await asyncio.to_thread(files.write_all, descriptor, bytes(buffer))


async def _note(actor: Actor, found: ImportRow, start: int, end: int) -> None:
    async with unit_of_work(actor) as unit:
        touched = await unit.execute(
            "UPDATE contact_import SET uploaded_bytes = ? "
            "WHERE id = ? AND account_id = ? AND state = ? AND uploaded_bytes = ?",
            (end, found.pk, actor.account_id, ImportState.UPLOADING.value, found.uploaded_bytes),
        )
    if not touched:
        raise UploadMisplaced(offset=start)
