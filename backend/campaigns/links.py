"""What a letter carries of its recipient: addresses that answer here, and its Message-ID.

All of it is made from the recipient's key and a mark that only this server can make, so that the
same letter is the same each time it is made, and nothing about it need be kept. A mark is good for
one purpose: the pixel's address is no leave to unsubscribe.
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

from backend.campaigns.rules.limits import URL_LENGTH
from backend.core.ids import MAX_KEY
from backend.core.secrets import derived_key
from backend.core.settings import settings

_MARK_BYTES = 15
_TOKEN = re.compile(r"([1-9][0-9]{0,18})-([A-Za-z0-9_-]{20})")
_MESSAGE_ID = re.compile(r"campaign\.([1-9][0-9]{0,18}-[A-Za-z0-9_-]{20})@")
UNSUBSCRIBE, OPENED, CLICKED, LETTER = "unsubscribe", "opened", "clicked", "letter"
"""The purposes of tokens."""


def token(purpose: str, recipient_id: int, text: str = "") -> str:
    """Return a recipient's key, signed for one purpose and, where there is one, one text."""
    return f"{recipient_id}-{_mark(purpose, recipient_id, text)}"


def recipient_of_token(purpose: str, value: str, text: str = "") -> int | None:
    """Return the recipient that a token of ours names; None when it is none, or was changed."""
    found = _TOKEN.fullmatch(value)
    if found is None or int(found[1]) > MAX_KEY:
        return None
    key = int(found[1])
    return key if hmac.compare_digest(_mark(purpose, key, text), found[2]) else None


def unsubscribe_url(recipient_id: int) -> str:
    """Return the page where a recipient unsubscribes; a POST to it does so at once (RFC 8058)."""
    return f"{settings().public_url}/c/unsubscribe/{token(UNSUBSCRIBE, recipient_id)}"


def pixel_url(recipient_id: int) -> str:
    """Return the address of the image that tells that a letter was opened."""
    return f"{settings().public_url}/c/open/{token(OPENED, recipient_id)}.gif"


def click_url(recipient_id: int, url: str) -> str:
    """Return the address that leads to ``url`` and tells that it was opened from this letter."""
    place = urlsafe_b64encode(url.encode()).decode().rstrip("=")
    return f"{settings().public_url}/c/click/{token(CLICKED, recipient_id, url)}/{place}"


def url_of_click(value: str, place: str) -> tuple[int, str] | None:
    """Return the recipient and the address of a click; None unless both are as they were signed."""
    if len(place) > 4 * URL_LENGTH:
        return None
    try:
        raw = urlsafe_b64decode(place.encode("ascii") + b"=" * (-len(place) % 4))
        url = raw.decode()
    except ValueError:
        return None
    key = recipient_of_token(CLICKED, value, url)
    return None if key is None else (key, url)


def message_id(recipient_id: int, domain: str) -> str:
    """Return the Message-ID of a recipient's letter, without its brackets."""
    return f"campaign.{token(LETTER, recipient_id)}@{domain}"


def recipient_of_message_id(rfc_id: str) -> int | None:
    """Return the recipient whose letter has a Message-ID; None when it is none of ours."""
    found = _MESSAGE_ID.match(rfc_id)
    return None if found is None else recipient_of_token(LETTER, found[1])


def _mark(purpose: str, recipient_id: int, text: str) -> str:
    said = f"{recipient_id}\n{text}".encode()
    digest = hmac.digest(derived_key(f"campaign-{purpose}"), said, "sha256")
    return urlsafe_b64encode(digest[:_MARK_BYTES]).decode()
