"""HTTP with bounds: an answer has so many bytes and comes within so many seconds, or there is none.

Compressed answers are not asked for: what unpacks to a thousand times its size has no bound.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2

from backend.google.errors import GoogleUnreachable, GoogleUnreadable
from backend.google.limits import REQUEST_SECONDS

HEADERS = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Carnet"}
CONNECT_SECONDS = 10.0


class BoundedTransport(httpx2.AsyncHTTPTransport):
    """Ends an answer that goes on beyond a number of bytes."""

    def __init__(self, max_bytes: int) -> None:
        super().__init__()
        self._max_bytes = max_bytes

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request.

        Raises:
            GoogleUnreadable: what comes back is compressed; later, while it is read: too long.
        """
        response = await super().handle_async_request(request)
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            await response.aclose()
            raise GoogleUnreadable
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Bounded(response.stream, self._max_bytes)
        return response


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream, max_bytes: int) -> None:
        self._stream = stream
        self._left = max_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0:
                raise GoogleUnreadable
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


@asynccontextmanager
async def within_bounds() -> AsyncIterator[None]:
    """Give one request its time.

    Raises:
        GoogleUnreachable: it took too long, or nothing answers.
    """
    try:
        async with asyncio.timeout(REQUEST_SECONDS):
            yield
    except (TimeoutError, httpx2.TransportError) as error:
        raise GoogleUnreachable from error
    except httpx2.RequestError as error:  # of what was read: a body that is no such thing
        raise GoogleUnreadable from error


def timeouts() -> httpx2.Timeout:
    """Return the bounds of the steps of a request."""
    return httpx2.Timeout(REQUEST_SECONDS, connect=CONNECT_SECONDS)
