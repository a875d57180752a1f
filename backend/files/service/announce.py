"""Announcing a file: leave to upload it."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.secrets import new_token
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.errors import FileTooLarge, FileWithoutContent, TooManyUploads
from backend.files.limits import MAX_WAITING, max_file_bytes, max_file_mb
from backend.files.names import clean_filename
from backend.files.queries.files import files_by_id, waiting_files
from backend.files.rows import FileRow
from backend.files.service.writing import insert_file


async def create_upload(
    actor: Actor, filename: str, size_bytes: int, *, idempotency_key: str | None = None
) -> FileRow:
    """Give a person leave to upload a file, for a day.

    Raises:
        FileTooLarge: over CARNET_MAX_FILE_MB.
        FileWithoutContent: not one byte.
        TooManyUploads: a hundred files of the account are on their way.
        FilesTakeTooMuch: all of the account's would be over CARNET_MAX_ACCOUNT_FILES_MB.
        Required, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.UPLOAD_FILES)
    if actor.user_id is None:
        raise ValueError("an upload is a person's: the server itself keeps bytes")
    if not filename.strip():
        raise Required(("filename",))
    if size_bytes <= 0:
        raise FileWithoutContent(("sizeBytes",))
    if size_bytes > max_file_bytes():
        raise FileTooLarge(("sizeBytes",), maximum_mb=max_file_mb())
    name = clean_filename(filename)
    mark = fingerprint("create_file_upload", {"filename": name, "size": size_bytes})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_file_upload", mark)
        if key is None:
            key = await _announce(unit, name, size_bytes)
            await remember_result(unit, idempotency_key, "create_file_upload", mark, key)
    found = (await files_by_id(actor.account_id, (key,))).get(key)
    if found is None:  # discarded since
        raise NotFound(("idempotencyKey",))
    return found


async def _announce(unit: UnitOfWork, name: str, size_bytes: int) -> int:
    if await waiting_files(unit.actor.account_id) >= MAX_WAITING:
        raise TooManyUploads(maximum=MAX_WAITING)
    row = await insert_file(unit, name, size_bytes, token=new_token(), at=now_micros())
    return row.pk
