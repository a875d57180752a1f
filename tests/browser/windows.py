"""Watched browser windows, and servers to open in them."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import uvicorn
from playwright.async_api import ConsoleMessage, Error, Page, WebSocket

# The shell is the same browser without its own windows: half the time for each page that is opened.
CHROMIUM = (
    os.environ.get("CARNET_TEST_CHROMIUM")
    or shutil.which("chromium-headless-shell")
    or "/usr/bin/chromium"
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EVENT_LIMIT_BYTES = 2048
TELLS_PLACE = '{"type":"location"'

Serve = Callable[[Any], Awaitable[str]]
"""Run an ASGI application until the end of the test and return its address."""


@dataclass(eq=False)
class Window:
    """A page of its own, and what it did that a page must not do."""

    page: Page
    faults: list[str] = field(default_factory=list)
    tolerated: list[str] = field(default_factory=list)
    """Parts of messages that the test brings about on purpose."""
    frames_sent: list[str] = field(default_factory=list)
    frames_received: list[str] = field(default_factory=list)
    changed_for_good: bool = False
    """Whether the test left on the page what no later one may find there: a held clock, a script
    that runs first.
    """

    @property
    def largest_frame(self) -> int:
        """Bytes of the largest event sent so far; the frame that tells the place is as long as the
        address.
        """
        events = (frame for frame in self.frames_sent if not frame.startswith(TELLS_PLACE))
        return max((len(frame.encode()) for frame in events), default=0)

    def watch(self) -> None:
        """Begin to note errors and frames."""
        for event, listener in self._listeners():
            self.page.on(event, listener)  # type: ignore[call-overload]

    def unwatch(self) -> None:
        """Note nothing more."""
        for event, listener in self._listeners():
            self.page.remove_listener(event, listener)

    def check(self) -> None:
        """Fail the test for what was noted."""
        faults = [
            fault for fault in self.faults if not any(part in fault for part in self.tolerated)
        ]
        assert not faults, faults
        assert self.largest_frame < EVENT_LIMIT_BYTES, max(self.frames_sent, key=len)[:600]

    def _listeners(self) -> tuple[tuple[str, Callable[[Any], None]], ...]:
        return (
            ("pageerror", self._page_error),
            ("console", self._console),
            ("websocket", self._socket),
        )

    def _page_error(self, error: Error) -> None:
        self.faults.append(f"page error: {error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def _socket(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self.frames_sent.append(_text(frame)))
        socket.on("framereceived", lambda frame: self.frames_received.append(_text(frame)))


def _text(frame: str | bytes) -> str:
    return frame.decode() if isinstance(frame, bytes) else frame


OpenWindow = Callable[..., Awaitable[Window]]
"""Open a watched window: `await open_window(url, color_scheme="dark")`."""


@asynccontextmanager
async def running(app: Any) -> AsyncIterator[str]:
    """Serve an application on a free port of this machine for as long as the block lasts."""
    port = usual_port()
    config = uvicorn.Config(
        app,
        host="127.0.0.1",
        port=port,
        log_level="warning",
        lifespan="off",
        ws="frontend.socket_protocol:SocketProtocol",
        ws_max_size=1_000_000,
        timeout_graceful_shutdown=1,
    )
    config.load()
    # Begun and ended by hand: its own loop looks ten times a second whether it should end.
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await server.shutdown()


@cache
def _first_port() -> int:
    return free_port()


def usual_port() -> int:
    """Return the port that this process serves at when it serves once: what a page's files became
    in the browser is kept by their address.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", _first_port()))
        except OSError:
            return free_port()
    return _first_port()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
