"""Pieces of a body → the end of a file, on the disk before it is said to be."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from backend.core.uploads import disk
from backend.core.uploads.errors import DiskFull, UploadBusy, UploadMisplaced, UploadOverflow

MAX_PIECE_BYTES = 8 * 1024 * 1024
"""What a lost connection may cost, and what a request may hold."""
_BUFFER_BYTES = 1024 * 1024
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

Note = Callable[[int], Awaitable[None]]
"""Writes down how much of a file is safe."""


def arrived_bytes(path: Path, noted: int) -> int:
    """Return how much of a file is safe: what was said to be, if it is still there."""
    return min(noted, disk.size_of(path))


async def append(
    path: Path,
    pieces: AsyncIterator[bytes],
    *,
    offset: int,
    end: int,
    size_bytes: int,
    note: Note,
) -> int:
    """Write what comes at the end of a file, and return how long it is then.

    ``end`` is how long the file is, ``size_bytes`` how long it will be; ``note`` keeps the new end.
    Where ``pieces`` end before their time, what came until then is kept.

    Raises:
        UploadMisplaced: the file does not end at ``offset``.
        UploadOverflow: more than was announced, or more than fits in one request.
        UploadBusy: another request is writing this file.
        DiskFull
    """
    if offset != end:
        raise UploadMisplaced(offset=end)
    limit = min(size_bytes - end, MAX_PIECE_BYTES)
    try:
        with disk.opened_at(path, end) as descriptor:
            await _write(descriptor, pieces, limit)
            await asyncio.to_thread(os.fsync, descriptor)
            end = os.lseek(descriptor, 0, os.SEEK_CUR)
            await note(end)
    except OSError as error:
        if error.errno in _FULL:
            with suppress(UploadBusy, OSError), disk.opened_at(path, end):
                pass  # cuts off the part of a piece that was written: it takes what room there is
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
            await asyncio.to_thread(disk.write_all, descriptor, bytes(buffer))
            buffer.clear()
    await asyncio.to_thread(disk.write_all, descriptor, bytes(buffer))
