"""Which pages may call with a person's cookie, and which of other origins may call at all."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from backend.api.presented import header_of

CORS_MAX_AGE_SECONDS = 600


class Origins:
    """Our own origin, and those that the settings name."""

    def __init__(self, public_url: str, allowed: Iterable[str]) -> None:
        self._known = frozenset({_origin(public_url), *(_origin(url) for url in allowed)})

    def trusts(self, connection: HTTPConnection) -> bool:
        """Whether a request comes from a page of ours, or from no page at all.

        Browsers send a person's cookie whoever asks, and always say which page asks; what is not
        a browser says nothing.
        """
        origin = header_of(connection, b"origin")
        if origin is None:
            site = header_of(connection, b"sec-fetch-site")
            return site is None or site in ("same-origin", "none")
        return self.knows(origin, connection)

    def knows(self, origin: str, connection: HTTPConnection) -> bool:
        """Whether a page's origin is ours, or named by the settings."""
        if _origin(origin) in self._known:
            return True
        host = header_of(connection, b"host")
        return bool(host) and _origin(origin).partition("://")[2] == str(host).lower()

    def cors_headers(self, connection: HTTPConnection) -> dict[str, str]:
        """Return what lets a page of a named origin read the answer; never with its cookie."""
        origin = header_of(connection, b"origin")
        if origin is None or _origin(origin) not in self._known:
            return {}
        return {
            "access-control-allow-origin": origin,
            "access-control-allow-methods": "GET, POST",
            "access-control-allow-headers": "authorization, content-type",
            "access-control-expose-headers": "x-request-id, retry-after",
            "access-control-max-age": str(CORS_MAX_AGE_SECONDS),
        }


def _origin(url: str) -> str:
    """Return a URL's scheme and host; of what is no URL, like the origin ``null``, no host."""
    try:
        parts = urlsplit(url.strip().lower())
    except ValueError:
        return "null"
    return f"{parts.scheme}://{parts.netloc}"
