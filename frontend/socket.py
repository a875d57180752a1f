"""One browser window's socket: who may open it, what it may send, and the loop between it and the
layout.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson
from reactpy.types import Component
from starlette.websockets import WebSocket, WebSocketDisconnect

from frontend import assets
from frontend.client import Client, Credentials, Execute, Subscribe
from frontend.error_panel import error_panel
from frontend.errors import report
from frontend.events import GarbledEvent
from frontend.hooks.viewer import refresh_viewer
from frontend.layout import FragmentLayout
from frontend.location import Location, is_too_long
from frontend.preferences import preferences_of
from frontend.routes import Registry
from frontend.session import EventHandler, Session, activate
from frontend.shared_texts import shared_texts
from frontend.store import Store

logger = logging.getLogger(__name__)

SESSION_COOKIE = "carnet_session"
FRAME_LIMIT_BYTES = 1_000_000
WAITING_LIMIT_BYTES = 4_000_000
EVENTS_PER_SECOND = 100
EVENTS_AT_ONCE = 500

LOCATION_SECONDS = 10
"""How long a window may take to tell where it is; nothing is drawn for it before."""

LOCATION_TARGET = "window:location"
"""Where the browser says that a link or the Back button moved the window."""

POLICY_VIOLATION, TOO_LARGE, UNSUPPORTED = 1008, 1009, 1003
SESSION_OVER, LOCATION_OVERDUE = 4403, 4408


@dataclass(slots=True)
class Allowance:
    """How many messages a socket may still send: it refills steadily and holds a burst."""

    per_second: float = EVENTS_PER_SECOND
    most: float = EVENTS_AT_ONCE
    left: float = EVENTS_AT_ONCE
    refilled_at: float = 0.0

    def take(self, now: float) -> bool:
        """Use one up; False when there is none left. `now` is in seconds of a clock that never goes
        back.
        """
        if self.refilled_at:
            self.left = min(self.most, self.left + (now - self.refilled_at) * self.per_second)
        self.refilled_at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Refused(Exception):
    """The browser sent what it may not; the socket is closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def origin_is_ours(websocket: WebSocket, allowed_origins: Iterable[str]) -> bool:
    """Tell whether the page that opens the socket came from this server, or from an origin named by
    the settings.

    Browsers always say the page's origin, and send our cookie whatever it is; that is why it is
    looked at.
    """
    origin = websocket.headers.get("origin", "")
    try:
        host = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(origin) and (
        host == websocket.headers.get("host") or origin in tuple(allowed_origins)
    )


class WindowSocket:
    """The endpoint that gives every window a session and a layout of `root`."""

    def __init__(
        self,
        execute: Execute,
        subscribe: Subscribe,
        root: Callable[[], Component],
        registry: Registry,
        *,
        allowed_origins: Iterable[str] = (),
    ) -> None:
        self._registry = registry
        self._execute = execute
        self._subscribe = subscribe
        self._root = root
        self._allowed_origins = tuple(allowed_origins)

    async def serve(self, websocket: WebSocket) -> None:
        """Serve a window until it goes away."""
        if not origin_is_ours(websocket, self._allowed_origins):
            await websocket.close(POLICY_VIOLATION)
            return
        await websocket.accept()
        try:
            session = await self._session(websocket, await told_location(websocket))
            await serve_window(websocket, session, self._root())
            await _close(websocket, SESSION_OVER)
        except Refused as refused:
            logger.warning("Socket closed: %s", refused.reason)
            await _close(websocket, refused.code)
        except (WebSocketDisconnect, OSError):
            logger.debug("A window went away")

    async def _session(self, websocket: WebSocket, location: Location) -> Session:
        credentials = credentials_of(websocket)
        session = Session(
            client=Client(credentials, self._execute, self._subscribe),
            location=Store(location),
            registry=self._registry,
        )
        activate(session)
        try:
            viewer = await refresh_viewer(session)
        except Exception as error:
            viewer = None
            report(error, session)
        preferences = preferences_of(websocket, viewer)
        session.locale, session.theme = preferences.locale, preferences.theme
        return session


def credentials_of(connection: Any) -> Credentials:
    """Return who is behind a request or a socket."""
    return Credentials(
        cookie=connection.cookies.get(SESSION_COOKIE),
        ip=connection.client.host if connection.client else "",
        user_agent=connection.headers.get("user-agent", ""),
    )


async def told_location(websocket: WebSocket) -> Location:
    """Wait for a window's first frame, which tells where it is.

    Not the socket's address: that is written to the logs of all proxies on the way, and the place
    may carry the token of a letter.

    Raises:
        WebSocketDisconnect: the window went away.
        Refused: it sent nothing in time, something else, or an address that is too long.
    """
    try:
        async with asyncio.timeout(LOCATION_SECONDS):
            message = _parse(await _receive(websocket))
    except TimeoutError:
        raise Refused(LOCATION_OVERDUE, "the window did not tell its place in time") from None
    url = message.get("url")
    if message.get("type") != "location" or not isinstance(url, str):
        raise Refused(UNSUPPORTED, "the first frame tells no place")
    if is_too_long(url):
        raise Refused(TOO_LARGE, "address too long")
    return Location.parse(url or "/")


async def serve_window(websocket: WebSocket, session: Session, root: Component) -> None:
    """Render `root` for a window and answer its events until the session ends (`Session.end`).

    Raises:
        WebSocketDisconnect: the window went away.
        Refused: it sent a frame that is too large, malformed, or one too many.
    """

    def find_target(name: str) -> EventHandler | None:
        answers = session.targets.get(name)
        if name == LOCATION_TARGET:
            return lambda event: session.location.set(Location.parse(event["url"] or "/"))
        return answers[-1] if answers else None

    layout = FragmentLayout(
        root,
        find_target=find_target,
        on_error=lambda error: _report(error, session),
        error_panel=lambda error: error_panel(error, session),
        is_busy=lambda: session.loading > 0,
        build=assets.digest(),
    )
    async with layout:
        session.send, session.settled = layout.command, layout.wake
        loops = [
            asyncio.create_task(_outgoing(websocket, layout)),
            asyncio.create_task(_incoming(websocket, layout)),
        ]
        try:
            done, _ = await asyncio.wait(loops, return_when=asyncio.FIRST_COMPLETED)
            for loop in done:
                loop.result()
        finally:
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)


def _report(error: BaseException, session: Session) -> None:
    if isinstance(error, GarbledEvent):
        logger.debug("Passed over: %s", error)
    else:
        report(error, session)


async def _outgoing(websocket: WebSocket, layout: FragmentLayout) -> None:
    ends = False
    while not ends:  # no name keeps the message until the next one
        text, ends = _written(await layout.render())
        await websocket.send({"type": "websocket.send", "text": text})
        del text


def _written(message: dict[str, Any]) -> tuple[str, bool]:
    """Return a message as text, and whether it is the window's last."""
    ends = any(command.get("ends") for command in message.get("commands", ()))
    return shared_texts.text_of(orjson.dumps(message)), ends


async def _incoming(websocket: WebSocket, layout: FragmentLayout) -> None:
    allowance = Allowance()
    while True:
        text = await _receive(websocket)
        if not allowance.take(time.monotonic()):
            raise Refused(POLICY_VIOLATION, "too many messages")
        message = _parse(text)
        if message.get("type") == "layout-event":
            if layout.held_bytes + len(text) > WAITING_LIMIT_BYTES:
                raise Refused(POLICY_VIOLATION, "too much waits to be answered")
            await layout.deliver(message, len(text))
        elif message.get("type") == "ping":
            layout.command({"type": "command", "name": "pong"})


async def _receive(websocket: WebSocket) -> str:
    frame = await websocket.receive()
    if frame["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(frame.get("code", 1005), frame.get("reason"))
    text = frame.get("text")
    if text is None:
        raise Refused(UNSUPPORTED, "binary frame")
    if len(text) > FRAME_LIMIT_BYTES:
        raise Refused(TOO_LARGE, "frame too large")
    return str(text)


def _parse(text: str) -> dict[str, Any]:
    try:
        message = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Refused(UNSUPPORTED, "malformed frame") from None
    if not isinstance(message, dict):
        raise Refused(UNSUPPORTED, "malformed frame")
    return message


async def _close(websocket: WebSocket, code: int) -> None:
    try:
        await websocket.close(code)
    except (RuntimeError, OSError):
        logger.debug("The socket was closed already")
