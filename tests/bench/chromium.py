"""A Chromium window, signed in, that keeps the frames of its socket."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Page, WebSocket, async_playwright

from frontend.window_deflate import COMPRESSION, HISTORY_BITS, QUESTION_BITS
from tests.bench.people import SESSION_COOKIE
from tests.browser.windows import ARGUMENTS, CHROMIUM

# How the frames of a window's socket are compressed (permessage-deflate, RFC 7692, with its context
# kept); the mark that ends a flush is not sent.
MEMORY_LEVEL = COMPRESSION["memLevel"]
FLUSH_MARK = b"\x00\x00\xff\xff"


@dataclass
class Frames:
    """Sizes of what a window's socket carried, and what compression left of it on the wire."""

    sent: list[int] = field(default_factory=list)
    received: list[int] = field(default_factory=list)
    wire: list[int] = field(default_factory=list)
    """Bytes of each frame in either direction, each looking back at those before it."""
    alone: list[int] = field(default_factory=list)
    """Bytes of each frame as it crosses the network when it is compressed once for many windows."""

    def clear(self) -> None:
        """Forget what was carried so far."""
        self.sent.clear()
        self.received.clear()
        self.wire.clear()
        self.alone.clear()

    def watch(self, socket: WebSocket) -> None:
        """Note the frames of a socket."""
        socket.on("framesent", self._noter(self.sent, QUESTION_BITS))
        socket.on("framereceived", self._noter(self.received, HISTORY_BITS))

    def _noter(self, sizes: list[int], bits: int) -> Callable[[str | bytes], None]:
        deflate = zlib.compressobj(wbits=-bits, memLevel=MEMORY_LEVEL)

        def note(frame: str | bytes) -> None:
            content = frame.encode() if isinstance(frame, str) else frame
            sizes.append(len(content))
            packed = deflate.compress(content) + deflate.flush(zlib.Z_SYNC_FLUSH)
            self.wire.append(len(packed) - len(FLUSH_MARK))
            self.alone.append(len(zlib.compress(content, wbits=-bits)))

        return note


@asynccontextmanager
async def signed_in_window(address: str, cookie: str) -> AsyncIterator[tuple[Page, Frames]]:
    """Open an empty window that has the session's cookie."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = await browser.new_context(viewport={"width": 1280, "height": 800})
        await context.add_cookies([{"name": SESSION_COOKIE, "value": cookie, "url": address}])
        page = await context.new_page()
        frames = Frames()
        page.on("websocket", frames.watch)
        yield page, frames
        await browser.close()
