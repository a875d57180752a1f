"""The addresses of pages that people without an account open: unguessable, and for good."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode

from backend.core.ids import MAX_KEY
from backend.core.secrets import derived_key
from backend.core.settings import settings

_PURPOSE = "payment-request"
_MARK_BYTES = 15


def payment_url(request_id: int) -> str:
    """Return the address of the page of a payment request."""
    return f"{settings().public_url}/pay/{request_id}-{_mark(request_id)}"


def payment_of_token(token: str) -> int | None:
    """Return the payment request that the last part of an address names; None when none."""
    number, _, mark = token.partition("-")
    if not (number.isascii() and number.isdigit()) or len(number) > len(str(MAX_KEY)):
        return None
    key = int(number)
    if str(key) != number or not hmac.compare_digest(_mark(key).encode(), mark.encode()):
        return None
    return key


def _mark(request_id: int) -> str:
    digest = hmac.digest(derived_key(_PURPOSE), str(request_id).encode(), "sha256")
    return urlsafe_b64encode(digest[:_MARK_BYTES]).decode().rstrip("=")
