"""Logos on their way in and out: a ticket, an upload that is made safe, an address to show it.

What is uploaded lies apart until a mutation takes it, and goes after two hours. What was taken
stays: issued documents show it for as long as they are kept.
"""

from __future__ import annotations

import asyncio
import hmac
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any
from uuid import uuid4

from backend.billing.errors import LogoUnfit
from backend.billing.rendering.document import Picture
from backend.billing.rendering.engine import threads
from backend.billing.rendering.pictures import MAX_BYTES, PictureRefused, safe_picture
from backend.billing.rules.look import Logo
from backend.core.clock import now
from backend.core.jobs.queue import is_queued
from backend.core.permissions import Actor, Permission
from backend.core.secrets import derived_key, sign, verify
from backend.core.storage import delete_file, get_file, put_file
from backend.core.unit_of_work import unit_of_work
from backend.core.uploads.errors import UploadExpired

MAX_MB = MAX_BYTES // 1_000_000
FORGET = "forget_logo_upload"
FORMATS = {"png": "image/png", "svg": "image/svg+xml"}
_UNCLAIMED = timedelta(hours=2)
_TICKET_SECONDS, _UPLOAD_SECONDS = 600, 3600
_MARK_BYTES = 12


def logo_ticket(actor: Actor) -> str:
    """Return leave to upload one picture within ten minutes.

    Raises:
        Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    value: dict[str, object] = {"account": actor.account_id, "key": uuid4().hex}
    return sign("logo-ticket", value, ttl_seconds=_TICKET_SECONDS)


async def keep_upload(ticket: str, content: bytes) -> str:
    """Make an uploaded picture safe, keep it for a while, and return its upload id.

    The ticket is used up even if the picture is refused: each may cost as much as reading one.

    Raises:
        UploadExpired: not a ticket of ours, too old, or used before.
        LogoUnfit, StorageUnavailable
    """
    value = verify("logo-ticket", ticket)
    if value is None:
        raise UploadExpired
    account_id, key = int(str(value["account"])), str(value["key"])
    await _use_up(account_id, key)
    loop = asyncio.get_running_loop()
    try:
        made = await loop.run_in_executor(threads, safe_picture, content)
    except PictureRefused as refused:
        raise LogoUnfit(("file",), reason=refused.reason.value, maximum_mb=MAX_MB) from None
    logo = Logo(key, made.format, made.width, made.height)
    await put_file(_staged(account_id, logo.key), made.content)
    return upload_id(account_id, logo)


async def _use_up(account_id: int, key: str) -> None:
    async with unit_of_work(Actor.system(account_id)) as unit:
        await unit.take_turn()
        unique_key = f"logo-upload:{key}"
        if await is_queued(unit, unique_key):
            raise UploadExpired
        payload = {"account_id": account_id, "key": key}
        unit.enqueue(FORGET, payload, run_at=now() + _UNCLAIMED, unique_key=unique_key)


async def forget_upload(payload: dict[str, Any]) -> None:
    """Delete an upload that nobody took; of one that was taken there is a copy."""
    await delete_file(_staged(int(payload["account_id"]), str(payload["key"])))


def upload_id(account_id: int, logo: Logo) -> str:
    """Return what ``set_logo`` takes within an hour."""
    value: dict[str, object] = {
        "account": account_id,
        "key": logo.key,
        "format": logo.format,
        "width": logo.width,
        "height": logo.height,
    }
    return sign("logo-upload", value, ttl_seconds=_UPLOAD_SECONDS)


async def claim_upload(actor: Actor, upload: str) -> Logo:
    """Return an uploaded logo, kept for good from now on.

    Raises:
        UploadExpired: not this account's, or too old.
    """
    value = verify("logo-upload", upload)
    if value is None or value["account"] != actor.account_id:
        raise UploadExpired(("uploadId",))
    logo = Logo(
        str(value["key"]),
        str(value["format"]),
        int(str(value["width"])),
        int(str(value["height"])),
    )
    if await read_logo(actor.account_id, logo) is None:
        content = await get_file(_staged(actor.account_id, logo.key))
        if content is None:
            raise UploadExpired(("uploadId",))
        await put_file(_kept(actor.account_id, logo.key, logo.format), content)
    return logo


async def read_logo(account_id: int, logo: Logo) -> Picture | None:
    """Return a logo as documents show it; None when its file is lost."""
    content = await get_file(_kept(account_id, logo.key, logo.format))
    return None if content is None else Picture(content, logo.format, logo.width, logo.height)


async def shown_logo(account_id: int, key: str, kind: str, mark: str) -> bytes | None:
    """Return the content of a logo whose address this server made; None for any other."""
    expected = _mark(account_id, key)
    if kind not in FORMATS or not hmac.compare_digest(expected.encode(), mark.encode()):
        return None
    return await get_file(_kept(account_id, key, kind))


def logo_url(account_id: int, logo: Logo) -> str:
    """Return the address of a logo; it never changes, so browsers may keep it for ever."""
    mark = _mark(account_id, logo.key)
    return f"/files/logos/{account_id}/{logo.key}.{logo.format}?s={mark}"


def _mark(account_id: int, key: str) -> str:
    digest = hmac.digest(derived_key("logo-address"), f"{account_id}/{key}".encode(), "sha256")
    return urlsafe_b64encode(digest[:_MARK_BYTES]).decode()


def _staged(account_id: int, key: str) -> str:
    return f"billing/{account_id}/logos/uploads/{key}"


def _kept(account_id: int, key: str, kind: str) -> str:
    return f"billing/{account_id}/logos/{key}.{kind}"
