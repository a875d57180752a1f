"""Bytes out of the storage."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.registry import HeldFile
from backend.core.storage import get_file, open_file
from backend.files.errors import FileLinkExpired
from backend.files.links import FileLink, link_of_token
from backend.files.queries.files import files_by_id
from backend.files.rows import FileRow


async def read_bytes(found: FileRow) -> bytes:
    """Return all of a file.

    Raises:
        NotFound: its bytes are gone.
    """
    content = await get_file(found.storage_key)
    if content is None:
        raise NotFound
    return content


async def open_range(found: FileRow, start: int, end: int) -> AsyncIterator[bytes]:
    """Return a part of a file, piece by piece.

    Raises:
        NotFound: its bytes are gone.
    """
    if start == end:
        return _nothing()
    try:
        return await open_file(found.storage_key, start, end)
    except FileNotFoundError:
        raise NotFound from None


async def _nothing() -> AsyncIterator[bytes]:
    yield b""


def held_file(name: str, found: FileRow) -> HeldFile:
    """Return a kept file as one that is held about a person; ``name`` is what it is called there.

    Its bytes are read piece by piece, when they are wanted.
    """
    return HeldFile(name, partial(open_range, found, 0, found.size_bytes))


async def find_linked(actor: Actor, token: str) -> tuple[FileRow, FileLink]:
    """Return the file that an address names, if it is of the actor's account.

    Raises:
        FileLinkExpired: not ours, of another account, or too old.
        NotFound: the file is gone.
        Forbidden
    """
    link = link_of_token(token)
    if link.account_id != actor.account_id:
        raise FileLinkExpired
    actor.require(Permission.READ)
    found = (await files_by_id(actor.account_id, (link.file_id,))).get(link.file_id)
    if found is None or not found.is_ready:
        raise NotFound
    return found, link
