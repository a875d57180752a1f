"""Pictures for letters: a ticket, an upload that is made safe and small, and kept for good.

What letters show lies on this server, under a name that nobody guesses: a copy in each of ten
thousand letters would be ten thousand copies, and pictures within letters are what many mail
programs hide or list as files. See ``decisions/0200-pictures-of-campaigns.md``.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from io import BytesIO
from uuid import uuid4

from PIL import Image

from backend.campaigns.errors import CampaignImageUnfit
from backend.campaigns.rules.blocks import Picture
from backend.contacts.photos.errors import ImageTooLarge, NotAnImage
from backend.contacts.photos.imaging import BROKEN, checked_pixels, one_thread, opened, turn_upright
from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.secrets import sign, verify
from backend.core.storage import get_file, put_file
from backend.core.unit_of_work import unit_of_work
from backend.core.uploads.errors import UploadExpired

MAX_MB = 10
MAX_SIDE = 1200
"""In pixels: twice what a letter shows, for sharp screens."""
FORMATS = {"jpg": "image/jpeg", "png": "image/png"}
_TICKET_SECONDS = 600
_PURPOSE = "campaign-image-ticket"
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class _Made:
    content: bytes
    format: str
    width: int
    height: int


def image_ticket(actor: Actor) -> str:
    """Return leave to upload one picture within ten minutes.

    Raises:
        Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    value: dict[str, object] = {
        "account": actor.account_id,
        "key": uuid4().hex,
        "name": actor.name,
    }
    return sign(_PURPOSE, value, ttl_seconds=_TICKET_SECONDS)


async def keep_image(ticket: str, content: bytes) -> Picture:
    """Make an uploaded picture safe and small, and keep it. A ticket is good for one.

    Raises:
        UploadExpired: not a ticket of ours, too old, or used before.
        CampaignImageUnfit, StorageUnavailable
    """
    value = verify(_PURPOSE, ticket)
    if value is None:
        raise UploadExpired
    account_id, key = int(str(value["account"])), str(value["key"])
    loop = asyncio.get_running_loop()
    try:
        made = await loop.run_in_executor(one_thread, _made, content)
    except (NotAnImage, ImageTooLarge):
        raise CampaignImageUnfit(("file",), maximum_mb=MAX_MB) from None
    async with unit_of_work(Actor.system(account_id)) as unit:
        rows = await unit.fetch(
            "INSERT INTO campaign_image (account_id, key, format, width, height, size, created_at, "
            "created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id",
            (
                account_id,
                key,
                made.format,
                made.width,
                made.height,
                len(made.content),
                now_micros(),
                str(value["name"]),
            ),
        )
    if not rows:
        raise UploadExpired
    try:
        # Only now: a ticket that was used before must not put another picture in letters.
        await put_file(_path(account_id, key, made.format), made.content)
    except BaseException:
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.execute("DELETE FROM campaign_image WHERE id = ?", (rows[0][0],))
        raise
    return Picture(int(rows[0][0]), key, made.format, made.width, made.height)


async def read_image(account_id: int, key: str, kind: str) -> bytes | None:
    """Return the content of a picture; None when it is lost."""
    return await get_file(_path(account_id, key, kind))


def _path(account_id: int, key: str, kind: str) -> str:
    return f"campaigns/{account_id}/{key}.{kind}"


def _made(content: bytes) -> _Made:
    checked_pixels(content)
    try:
        with opened(content) as source:
            source.draft("RGB", (MAX_SIDE, MAX_SIDE))
            source.load()
            turn, is_clear = turn_upright(source), source.has_transparency_data
            picture = source.convert("RGBA" if is_clear else "RGB")
    except BROKEN as error:
        raise NotAnImage(("file",)) from error
    if turn is not None:
        picture = picture.transpose(turn)
    picture.thumbnail((MAX_SIDE, 2 * MAX_SIDE), Image.Resampling.LANCZOS)
    target = BytesIO()
    if is_clear:
        picture.save(target, "PNG", optimize=True)
    else:
        picture.save(target, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return _Made(target.getvalue(), "png" if is_clear else "jpg", *picture.size)
