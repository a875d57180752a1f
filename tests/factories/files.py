"""Files that were uploaded."""

from __future__ import annotations

from backend.core.permissions import Actor
from backend.files.queries.files import files_by_id
from backend.files.rows import FileRow
from backend.files.service import create_upload
from backend.files.service.upload import append_piece, finish_upload
from tests.factories.imports import pieces


async def read_file(actor: Actor, file_id: int) -> FileRow | None:
    """Return a file as it is now."""
    return (await files_by_id(actor.account_id, (file_id,))).get(file_id)


async def new_upload(actor: Actor, content: bytes = b"hello", name: str = "note.txt") -> FileRow:
    """Upload a file, whole."""
    found = await create_upload(actor, name, len(content))
    await append_piece(actor, found, 0, pieces(content))
    sent = await read_file(actor, found.pk)
    assert sent is not None
    await finish_upload(actor, sent)
    ready = await read_file(actor, found.pk)
    assert ready is not None
    assert ready.is_ready
    return ready
