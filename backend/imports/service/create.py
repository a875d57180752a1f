"""Announcing a file: leave to upload it."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now, to_micros
from backend.core.errors import Required
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.secrets import new_token
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.imports.choices import Choices, dump_choices
from backend.imports.errors import FileEmpty, ImportQuota, ImportTooLarge
from backend.imports.events import ImportChanged
from backend.imports.limits import (
    FILENAME_LENGTH,
    MAX_FILE_BYTES,
    MAX_FILE_MB,
    MAX_WAITING_FILES,
    WAITING_DAYS,
)
from backend.imports.parts import Fetch, Made, dump
from backend.imports.queries import waiting_files
from backend.imports.states import ImportState


@dataclass(frozen=True, slots=True)
class ImportWritten:
    """The import that was written, and the account's place in its history."""

    import_id: int
    cursor: str


async def create_import(
    actor: Actor, filename: str, size_bytes: int, *, idempotency_key: str | None = None
) -> ImportWritten:
    """Give a person leave to upload a file of contacts.

    Raises:
        ImportTooLarge: over a hundred megabytes.
        FileEmpty: not one byte.
        ImportQuota: ten files of the account wait already.
        Required, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if actor.user_id is None:
        raise ValueError("an upload is a person's: the server itself reads its files")
    name = clean_line(_last_part(filename), ("filename",), maximum=FILENAME_LENGTH)
    if name is None:
        raise Required(("filename",))
    if size_bytes <= 0:
        raise FileEmpty(("sizeBytes",))
    if size_bytes > MAX_FILE_BYTES:
        raise ImportTooLarge(("sizeBytes",), maximum_mb=MAX_FILE_MB)
    mark = fingerprint("create_contact_import", {"filename": name, "size": size_bytes})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_contact_import", mark)
        if key is None:
            key = await insert_import(unit, name, size_bytes=size_bytes)
            await remember_result(unit, idempotency_key, "create_contact_import", mark, key)
    return ImportWritten(key, unit.cursor)


def _last_part(filename: str) -> str:
    """Return a name without the folders that some browsers send."""
    return filename.replace("\\", "/").rpartition("/")[2]


async def insert_import(
    unit: UnitOfWork,
    name: str,
    *,
    size_bytes: int = 0,
    choices: Choices | None = None,
    fetch: Fetch | None = None,
) -> int:
    """Write a new import, which waits for its file or for what is fetched; the unit has the turn.

    Raises:
        ImportQuota: ten of the account wait already.
    """
    actor, created = unit.actor, now()
    waiting, _ = await waiting_files(actor.account_id)
    if waiting >= MAX_WAITING_FILES:
        raise ImportQuota(maximum=MAX_WAITING_FILES)
    state = ImportState.UPLOADING if fetch is None else ImportState.FETCHING
    rows = await unit.fetch(
        "INSERT INTO contact_import (account_id, user_id, token_id, created_by, filename, "
        "size_bytes, uploaded_bytes, token, state, version, task, options, choices, made, place, "
        'rejects_bytes, failures, created_at, expires_at, "fetch") '
        "VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, 1, 0, ?, '{}', ?, 0, 0, 0, ?, ?, ?) RETURNING id",
        (
            actor.account_id,
            actor.user_id,
            actor.token_id,
            actor.name,
            name,
            size_bytes,
            new_token(),
            state.value,
            dump_choices(choices or Choices()),
            dump(Made()),
            to_micros(created),
            to_micros(created + WAITING_DAYS),
            dump(fetch) if fetch else None,
        ),
    )
    key = int(rows[0][0])
    unit.record(ImportChanged(key, state=state.value))
    return key
