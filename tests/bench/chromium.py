"""A Chromium window, signed in, that keeps the frames of its socket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Page, WebSocket, async_playwright

from tests.bench.people import SESSION_COOKIE
from tests.browser.windows import ARGUMENTS, CHROMIUM


@dataclass
class Frames:
    """Sizes of what a window's socket carried, before compression."""

    sent: list[int] = field(default_factory=list)
    received: list[int] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what was carried so far."""
        self.sent.clear()
        self.received.clear()

    def watch(self, socket: WebSocket) -> None:
        """Note the frames of a socket."""
        socket.on("framesent", lambda frame: self.sent.append(_size(frame)))
        socket.on("framereceived", lambda frame: self.received.append(_size(frame)))


def _size(frame: str | bytes) -> int:
    return len(frame.encode() if isinstance(frame, str) else frame)


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
