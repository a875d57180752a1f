"""Where the pictures lie, and when they go."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from backend.contacts.photos.errors import UploadExpired
from backend.contacts.photos.imaging import square_photos
from backend.contacts.photos.links import SIZES, key_of_upload, upload_id
from backend.core.clock import now
from backend.core.database import read
from backend.core.jobs import job
from backend.core.permissions import Actor
from backend.core.storage import delete_file, get_file, put_file
from backend.core.unit_of_work import UnitOfWork, unit_of_work

UNCLAIMED = timedelta(hours=2)


def _path(account_id: int, key: str, size: int) -> str:
    return f"photos/{account_id}/{key}/{size}.webp"


async def keep_upload(account_id: int, content: bytes) -> str:
    """Keep an uploaded picture and return its upload id; unclaimed, it goes after two hours.

    Raises:
        NotAnImage, ImageTooLarge: see ``imaging``.
    """
    pictures = await square_photos(content)
    key = uuid4().hex
    async with unit_of_work(Actor.system(account_id)) as unit:
        forget_photo(unit, account_id, key)
    for size, picture in pictures.items():
        await put_file(_path(account_id, key, size), picture)
    return upload_id(account_id, key)


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
    unit.enqueue("forget_photo", {"account_id": account_id, "key": key}, run_at=now() + UNCLAIMED)


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
