"""The row of a file, from its announcement until it is whole."""

from __future__ import annotations

from uuid import uuid4

from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.files.errors import FilesTakeTooMuch
from backend.files.kinds import FileKind
from backend.files.limits import MEGABYTE, max_account_bytes
from backend.files.queries.files import taken_bytes
from backend.files.rows import FILE_COLUMNS, FileRow
from backend.files.sniffing import UNKNOWN, Sniffed


async def insert_file(
    unit: UnitOfWork, name: str, size_bytes: int, *, token: str | None, at: int
) -> FileRow:
    """Write a file of which nothing is there yet: its key is known before its first byte.

    The unit has the account's turn: from then on the file's whole length is taken.

    Raises:
        FilesTakeTooMuch
    """
    actor = unit.actor
    free = max_account_bytes() - await taken_bytes(actor.account_id)
    if size_bytes > free:
        raise FilesTakeTooMuch(
            maximum_mb=max_account_bytes() // MEGABYTE, free_mb=max(0, free) // MEGABYTE
        )
    rows = await unit.fetch(
        "INSERT INTO stored_file (account_id, user_id, token, key, name, media_type, kind, "  # noqa: S608
        "size_bytes, uploaded_bytes, created_by, created_at, touched_at) "
        f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?) RETURNING {FILE_COLUMNS}",
        (
            actor.account_id,
            actor.user_id,
            token,
            uuid4().hex,
            name,
            UNKNOWN,
            FileKind.OTHER.value,
            size_bytes,
            actor.name,
            at,
            at,
        ),
    )
    return FileRow(*rows[0])


async def make_ready(unit: UnitOfWork, found: FileRow, sniffed: Sniffed) -> FileRow | None:
    """Write that a file is whole and in the storage; None when its row is gone."""
    at = now_micros()
    rows = await unit.fetch(
        "UPDATE stored_file SET uploaded_bytes = size_bytes, media_type = ?, kind = ?, "  # noqa: S608
        "charset = ?, ready_at = ?, touched_at = ? WHERE id = ? AND account_id = ? "
        f"RETURNING {FILE_COLUMNS}",
        (
            sniffed.media_type,
            sniffed.kind.value,
            sniffed.charset,
            at,
            at,
            found.pk,
            found.account_id,
        ),
    )
    return FileRow(*rows[0]) if rows else None
