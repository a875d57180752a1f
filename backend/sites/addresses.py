"""What is an address of a site: only what a click may follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from backend.core.errors import Required, TooLong
from backend.custom_fields.values import is_safe_url
from backend.sites.errors import InvalidWebAddress
from backend.sites.limits import ADDRESS_LENGTH

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)


def clean_address(text: str, path: Sequence[str]) -> str:
    """Return an address with its scheme, https when none was written.

    Raises:
        Required, TooLong, InvalidWebAddress
    """
    address = text.strip()
    if not address:
        raise Required(path)
    if not _SCHEME.match(address):
        address = f"https://{address.lstrip('/')}"
    if len(address) > ADDRESS_LENGTH:
        raise TooLong(path, maximum=ADDRESS_LENGTH)
    if not is_safe_url(address):
        raise InvalidWebAddress(path)
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not parts.hostname:
        raise InvalidWebAddress(path)
    return address


def clean_link(text: str | None, path: Sequence[str]) -> str | None:
    """Return an address that may be left out.

    Raises:
        TooLong, InvalidWebAddress
    """
    return clean_address(text, path) if text and text.strip() else None


def host_of(address: str) -> str:
    """Return the host of a kept address, as people say it."""
    host = urlsplit(address).hostname or address
    return host.removeprefix("www.")
