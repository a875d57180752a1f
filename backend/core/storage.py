"""Files: in the data directory by default, in S3 by address; never served from here directly."""

from __future__ import annotations

from functools import lru_cache

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

from backend.core.data_dir import FILES
from backend.core.settings import settings


@lru_cache(maxsize=4)
def _store(url: str, folder: str) -> ObjectStore:
    if url:
        return from_url(url)
    return LocalStore(folder, mkdir=True)


def _current() -> ObjectStore:
    chosen = settings()
    return _store(chosen.storage_url, str((chosen.data_dir / FILES).absolute()))


async def put_file(key: str, content: bytes) -> None:
    """Keep ``content`` under ``key`` (slashes make folders)."""
    await obstore.put_async(_current(), key, content)


async def get_file(key: str) -> bytes | None:
    """Return the bytes kept under ``key``, or None."""
    try:
        result = await obstore.get_async(_current(), key)
    except (NotFoundError, FileNotFoundError):
        return None
    return bytes(await result.bytes_async())


async def delete_file(key: str) -> None:
    """Forget ``key``; nothing happens when it is not there."""
    try:
        await obstore.delete_async(_current(), key)
    except (NotFoundError, FileNotFoundError):
        return
