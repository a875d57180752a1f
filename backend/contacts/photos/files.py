"""Where the pictures lie, and when they go."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.contacts.photos.imaging import square_photos
from backend.contacts.photos.links import SIZES, key_of_upload, upload_id
from backend.core.clock import now
from backend.core.database import read
from backend.core.jobs import job
from backend.core.jobs.queue import is_queued
from backend.core.permissions import Actor
from backend.core.storage import delete_file, get_file, put_file
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.core.uploads.errors import UploadExpired

UNCLAIMED = timedelta(hours=2)


def _path(account_id: int, key: str, size: int) -> str:
    return f"photos/{account_id}/{key}/{size}.webp"


async def keep_upload(account_id: int, key: str, content: bytes) -> str:
    """Keep an uploaded picture and return its upload id; unclaimed, it goes after two hours.

    The key is that of the ticket, which is used up even if the picture is refused: each may cost
    as much as decoding one picture.

    Raises:
        UploadExpired: the ticket was used before.
        NotAnImage, ImageTooLarge: see ``imaging``.
    """
    async with unit_of_work(Actor.system(account_id)) as unit:
        await _use_up(unit, account_id, key)
    pictures = await square_photos(content)
    for size, picture in pictures.items():
        await put_file(_path(account_id, key, size), picture)
    return upload_id(account_id, key)


async def _use_up(unit: UnitOfWork, account_id: int, key: str) -> None:
    """Refuse a second upload under a key; the job that forgets the first outlives its ticket."""
    await unit.take_turn()
    unique_key = f"upload:{key}"
    if await is_queued(unit, unique_key):
        raise UploadExpired
    _forget_later(unit, account_id, key, unique_key)


async def claim_upload(actor: Actor, upload: str) -> str:
    """Return the key of an uploaded photo, for the contact that will carry it.

    Raises:
        UploadExpired: not this account's, or too old.
    """
    key = key_of_upload(actor, upload)
    if await get_file(_path(actor.account_id, key, SIZES[0])) is None:
        raise UploadExpired(("uploadId",))
    return key


async def read_photo(account_id: int, key: str, size: int) -> bytes | None:
    """Return a kept picture, or None."""
    return await get_file(_path(account_id, key, size))


def forget_photo(unit: UnitOfWork, account_id: int, key: str) -> None:
    """Delete a photo's files two hours from now, unless a contact has it then."""
    _forget_later(unit, account_id, key, None)


def _forget_later(unit: UnitOfWork, account_id: int, key: str, unique_key: str | None) -> None:
    payload = {"account_id": account_id, "key": key}
    unit.enqueue("forget_photo", payload, run_at=now() + UNCLAIMED, unique_key=unique_key)


@job("forget_photo")
async def forget_photo_if_unused(payload: dict[str, Any]) -> None:
    """Delete the files of a photo that no contact of the account has, deleted ones included."""
    account_id, key = int(payload["account_id"]), str(payload["key"])
    used = await read.fetch_value(
        "SELECT 1 FROM contact WHERE account_id = ? AND photo_key = ?", (account_id, key)
    )
    if used:
        return
    for size in SIZES:
        await delete_file(_path(account_id, key, size))
