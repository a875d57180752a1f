"""Files: in the data directory by default, in S3 by address; never served from here directly."""

from __future__ import annotations

import asyncio
import errno
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import obstore
import structlog
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

from backend.core.data_dir import FILES
from backend.core.errors import Refusal
from backend.core.settings import settings
from backend.core.uploads.errors import DiskFull

if TYPE_CHECKING:
    from obstore.store import RetryConfig

log = structlog.get_logger(__name__)

_PART_BYTES = 5 * 1024 * 1024
"""The least that S3 takes as a part of a file."""
_PARTS_AT_ONCE = 3
_PIECE_BYTES = 2 * 1024 * 1024
"""Read at once: a bucket's answer lasts half a minute at most, however slow its reader is."""
_PATIENCE: RetryConfig = {"max_retries": 4, "retry_timeout": timedelta(seconds=20)}
"""How often a bucket is asked again. Somebody waits for the answer."""
_FULL = re.compile(rf"os error ({errno.ENOSPC}|{errno.EDQUOT})\b")
"""How the library says that there is no room: it has no error of its own for that."""
_STAGED = re.compile(r"#\d+$")
"""How the library calls a file of a folder that is not whole yet."""


class StorageUnavailable(Refusal):
    """Files cannot be kept at the moment; the same again may work later."""

    code = "STORAGE_UNAVAILABLE"


@lru_cache(maxsize=4)
def _store(url: str, folder: str) -> ObjectStore:
    if url:
        return from_url(url, retry_config=_PATIENCE)
    return LocalStore(folder, mkdir=True)


def _current() -> ObjectStore:
    chosen = settings()
    return _store(chosen.storage_url, str((chosen.data_dir / FILES).absolute()))


async def put_file(key: str, content: bytes) -> None:
    """Keep ``content`` under ``key`` (slashes make folders).

    Raises:
        StorageUnavailable, DiskFull
    """
    await _put(key, content)


async def get_file(key: str) -> bytes | None:
    """Return the bytes kept under ``key``, or None.

    Raises:
        StorageUnavailable
    """
    with _failures(key):
        try:
            result = await obstore.get_async(_current(), key)
        except (NotFoundError, FileNotFoundError):
            return None
        return bytes(await result.bytes_async())


async def delete_file(key: str) -> None:
    """Forget ``key``; nothing happens when it is not there.

    Raises:
        StorageUnavailable
    """
    with _failures(key):
        try:
            await obstore.delete_async(_current(), key)
        except (NotFoundError, FileNotFoundError):
            return


async def put_path(key: str, path: Path) -> None:
    """Keep the content of a file under ``key``; a few megabytes of it are in memory at a time.

    Raises:
        StorageUnavailable, DiskFull
    """
    await _put(key, path)


async def _put(key: str, content: bytes | Path) -> None:
    with _failures(key):
        await obstore.put_async(
            _current(), key, content, chunk_size=_PART_BYTES, max_concurrency=_PARTS_AT_ONCE
        )


@contextmanager
def _failures(key: str) -> Iterator[None]:
    """Say what failed in words of our own, whatever the storage is."""
    try:
        yield
    except (BaseError, OSError) as error:
        if _FULL.search(str(error)):
            log.warning("storage_full", key=key)
            raise DiskFull from error
        log.exception("storage_failed", key=key)
        raise StorageUnavailable from error


async def forget_unfinished(before: float) -> int:
    """Delete what a process that was killed left in the folder of files, half written and under no
    key, before a time (in seconds of the epoch); return how many there were.

    A bucket does so by itself, by its rule for incomplete uploads.
    """
    if settings().storage_url:
        return 0
    return await asyncio.to_thread(_forget_staged, settings().data_dir / FILES, before)


def _forget_staged(folder: Path, before: float) -> int:
    count = 0
    for path in folder.rglob("*#*"):
        if _STAGED.search(path.name) and path.is_file() and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
            count += 1
    return count


async def open_file(key: str, start: int, end: int) -> AsyncIterator[bytes]:
    """Return the bytes kept under ``key`` from ``start`` up to ``end``, piece by piece.

    Raises:
        FileNotFoundError: there is nothing under this key.
        StorageUnavailable
    """
    first = await _piece(key, start, end)
    return _pieces(key, first, start + len(first), end)


async def _pieces(key: str, first: bytes, start: int, end: int) -> AsyncIterator[bytes]:
    piece = first
    while piece:
        yield piece
        piece = await _piece(key, start, end) if start < end else b""
        start += len(piece)


async def _piece(key: str, start: int, end: int) -> bytes:
    with _failures(key):
        try:
            found = obstore.get_range_async(
                _current(), key, start=start, end=min(end, start + _PIECE_BYTES)
            )
            return bytes(await found)
        except (NotFoundError, FileNotFoundError):
            missing = FileNotFoundError(key)
    raise missing
