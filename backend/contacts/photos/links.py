"""What names an upload or a photo outside: signed, and of one account."""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from uuid import uuid4

from backend.core.permissions import Actor, Permission
from backend.core.secrets import derived_key, sign, verify
from backend.core.uploads.errors import UploadExpired

SIZES = (64, 128, 256)
"""Sides of the kept squares, in pixels."""

TICKET_SECONDS = 600
UPLOAD_SECONDS = 3600
_KEY = re.compile(r"[0-9a-f]{32}")
_MARK_BYTES = 12


@dataclass(frozen=True, slots=True)
class Ticket:
    """Leave to upload one photo. ``url`` takes one multipart POST with the field ``file``."""

    token: str

    @property
    def url(self) -> str:
        """Where to send the bytes."""
        return f"/uploads/{self.token}"


def upload_ticket(actor: Actor) -> Ticket:
    """Return a ticket of ten minutes.

    Raises:
        Forbidden: the actor may not write contacts.
    """
    actor.require(Permission.WRITE_CONTACTS)
    value: dict[str, object] = {"account": actor.account_id, "key": uuid4().hex}
    return Ticket(sign("upload-ticket", value, ttl_seconds=TICKET_SECONDS))


def place_of_ticket(token: str) -> tuple[int, str]:
    """Return whose ticket it is, and the key that the photo will have.

    Raises:
        UploadExpired: not ours, or older than ten minutes.
    """
    value = verify("upload-ticket", token)
    if value is None:
        raise UploadExpired
    return int(str(value["account"])), str(value["key"])


def upload_id(account_id: int, key: str) -> str:
    """Return what a mutation takes to give the uploaded photo to a contact, for an hour."""
    return sign("photo-upload", {"account": account_id, "key": key}, ttl_seconds=UPLOAD_SECONDS)


def key_of_upload(actor: Actor, upload: str) -> str:
    """Return the photo's key.

    Raises:
        UploadExpired: not ours, another account's, or older than an hour.
    """
    value = verify("photo-upload", upload)
    if value is None or value["account"] != actor.account_id:
        raise UploadExpired(("uploadId",))
    return str(value["key"])


def photo_url(account_id: int, key: str, size: int) -> str:
    """Return the address of a photo, in the smallest kept size that is at least ``size`` pixels.

    It never changes for a key, so browsers and shared fragments may keep it for ever.
    """
    kept = next((side for side in SIZES if side >= size), SIZES[-1])
    return f"/files/photos/{account_id}/{key}/{kept}.webp?s={_mark(account_id, key)}"


def is_photo_address(account_id: int, key: str, size: int, mark: str) -> bool:
    """Whether this server made the address."""
    return (
        size in SIZES
        and _KEY.fullmatch(key) is not None
        and hmac.compare_digest(_mark(account_id, key).encode(), mark.encode())
    )


def _mark(account_id: int, key: str) -> str:
    digest = hmac.digest(derived_key("photo-address"), f"{account_id}/{key}".encode(), "sha256")
    return urlsafe_b64encode(digest[:_MARK_BYTES]).decode()
