"""Taking the pieces of a file, and the whole of it once it is there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.core.uploads.appending import append, arrived_bytes
from backend.core.uploads.errors import UploadMisplaced, UploadOver
from backend.imports import files
from backend.imports.queries import import_of_token
from backend.imports.rows import ImportRow
from backend.imports.states import ImportState


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
    return arrived_bytes(files.source_file(found.token), found.uploaded_bytes)


async def append_piece(
    actor: Actor, found: ImportRow, offset: int, pieces: AsyncIterator[bytes]
) -> int:
    """Write what comes at the end of a file, and return how long it is then.

    Raises:
        UploadMisplaced, UploadOverflow, UploadBusy, DiskFull: see :func:`append`.
    """
    return await append(
        files.source_file(found.token),
        pieces,
        offset=offset,
        end=uploaded_bytes(found),
        size_bytes=found.size_bytes,
        note=partial(_note, actor, found, offset),
    )


async def _note(actor: Actor, found: ImportRow, start: int, end: int) -> None:
    async with unit_of_work(actor) as unit:
        touched = await unit.execute(
            "UPDATE contact_import SET uploaded_bytes = ? "
            "WHERE id = ? AND account_id = ? AND state = ? AND uploaded_bytes = ?",
            (end, found.pk, actor.account_id, ImportState.UPLOADING.value, found.uploaded_bytes),
        )
    if not touched:
        raise UploadMisplaced(offset=start)
