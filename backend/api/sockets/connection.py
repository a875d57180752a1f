"""One socket: reading, its operations, its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import orjson
import structlog
from starlette.websockets import WebSocket, WebSocketDisconnect

from backend.api import errors
from backend.api.answers import Answer, Request, encode
from backend.api.callers import Caller
from backend.api.errors import RequestRefused, coded, format_error
from backend.api.execution import Engine
from backend.api.presented import bearer_of, credentials_of
from backend.api.sharing import SlowConsumer
from backend.api.sockets.flow import MessageRate
from backend.api.sockets.messages import PROTOCOL, Close, Cut, Message, parse_message
from backend.api.sockets.shared import SharedMessage
from backend.core.permissions import Actor

log = structlog.get_logger(__name__)
INIT_SECONDS = 10.0
PING_SECONDS = 25.0
SEND_SECONDS = 15.0
CLOSE_SECONDS = 2.0
MAX_OPERATIONS = 100
OWN_FRAMES = 32
"""How many sockets are sent an event compressed for each of them: a twentieth of the bytes when
they look back at one like it, 20 µs of the processor each."""
SHARED = "carnet.shared"
"""Beside the text of a message that others are sent too, for servers that frame it once."""


class Connection:
    """Serves one accepted client until either side ends it."""

    def __init__(self, engine: Engine, socket: WebSocket) -> None:
        self._engine = engine
        self._socket = socket
        self._caller: Caller | None = None
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._rate = MessageRate()
        self._heard = True
        self._stop_watching: Callable[[], None] | None = None
        self._end: asyncio.Future[Cut] = asyncio.get_running_loop().create_future()

    async def serve(self) -> None:
        """Answer until the client leaves or must be cut off; nothing of it runs on afterwards."""
        await self._socket.accept(subprotocol=PROTOCOL)
        loop = asyncio.get_running_loop()
        no_init = Cut(Close.INIT_TIMEOUT, "Connection initialisation timeout")
        timer = loop.call_later(INIT_SECONDS, self._check_init, no_init)
        reading = asyncio.create_task(self._read())
        pinging = asyncio.create_task(self._ping())
        try:
            ends: set[asyncio.Future[Any]] = {reading, self._end}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            if not self._end.done() and (error := reading.exception()) is not None:
                self._cut(_as_cut(error))
        finally:
            timer.cancel()
            if self._stop_watching is not None:
                self._stop_watching()
            await _cancel(reading, pinging, *self._operations.values())
        if self._end.done():
            await self._close(self._end.result())

    async def _read(self) -> None:
        while True:
            frame = await self._socket.receive()
            if frame["type"] == "websocket.disconnect":
                return
            self._rate.count()
            self._heard = True
            await self._handle(parse_message(frame))

    async def _handle(self, message: Message) -> None:
        match message.type:
            case "connection_init":
                await self._init(message)
            case "ping":
                pong: dict[str, Any] = {"type": "pong"}
                if message.payload is not None:
                    pong["payload"] = message.payload
                await self._send(encode(pong))
            case "pong":
                return
            case "subscribe":
                await self._subscribe(message)
            case "complete":
                operation = self._operations.pop(message.id, None)
                if operation is not None:
                    operation.cancel()
            case _:
                raise Cut(Close.BAD_REQUEST, "Unknown message type.")

    async def _init(self, message: Message) -> None:
        if self._caller is not None:
            raise Cut(Close.TOO_MANY_INITS, "Too many initialisation requests")
        payload = message.payload or {}
        credentials = credentials_of(self._socket)
        bearer = bearer_of(payload.get("authorization") or payload.get("Authorization"))
        if bearer is not None:
            credentials = replace(credentials, bearer=bearer, cookie=None)
        try:
            self._caller = await self._engine.identify(credentials)
        except RequestRefused:
            raise Cut(Close.FORBIDDEN, "Forbidden") from None
        if self._caller.actor is None:
            raise Cut(Close.UNAUTHORIZED, "Unauthorized")
        self._stop_watching = self._engine.watch.add(self._caller.actor, self._actor_changed)
        await self._send(encode({"type": "connection_ack"}))

    async def _subscribe(self, message: Message) -> None:
        if self._caller is None:
            raise Cut(Close.UNAUTHORIZED, "Unauthorized")
        if message.id in self._operations:
            raise Cut(Close.DUPLICATE_ID, f"Subscriber for {message.id} already exists")
        request = message.request()
        caller = self._caller.again()
        if len(self._operations) >= MAX_OPERATIONS:
            error = coded(
                f"A socket carries at most {MAX_OPERATIONS} operations at once.",
                errors.TOO_MANY_OPERATIONS,
            )
            await self._send_error(message.id, [format_error(error, caller.request_id)])
            return
        self._operations[message.id] = asyncio.create_task(
            self._operate(message.id, caller, request)
        )

    async def _operate(self, key: str, caller: Caller, request: Request) -> None:
        try:
            async with aclosing(self._engine.follow(caller, request)) as answers:
                async for answer in answers:
                    if answer.is_refusal:
                        await self._send_error(key, answer.body["errors"])
                        return
                    await self._send_next(key, answer)
            await self._send(encode({"id": key, "type": "complete"}))
        except SlowConsumer:
            self._cut(Cut(Close.TOO_SLOW, "Events came faster than they were read"))
        except Exception as error:
            self._cut(_as_cut(error))
        finally:
            if self._operations.get(key) is asyncio.current_task():
                del self._operations[key]

    async def _send_next(self, key: str, answer: Answer) -> None:
        # Encoded once for all who follow the same; and compressed once for those beyond a few.
        head, tail = f'{{"id":{orjson.dumps(key).decode()},"type":"next","payload":', answer.tail
        tail.uses += 1
        shared = SharedMessage(head.encode(), tail) if tail.uses > OWN_FRAMES else None
        await self._send(f"{head}{answer.text}}}", shared)

    async def _send_error(self, key: str, found: list[dict[str, Any]]) -> None:
        await self._send(encode({"id": key, "type": "error", "payload": found}))

    async def _send(self, text: str, shared: SharedMessage | None = None) -> None:
        message: dict[str, Any] = {"type": "websocket.send", "text": text}
        if shared is not None:
            message[SHARED] = shared
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._socket.send(message)
        except TimeoutError:
            raise Cut(Close.TOO_SLOW, "The socket was not read") from None
        except (WebSocketDisconnect, RuntimeError):
            raise Cut(Close.GOING_AWAY, "Gone") from None

    async def _ping(self) -> None:
        try:
            while True:
                await asyncio.sleep(PING_SECONDS)
                if not self._heard:
                    raise Cut(Close.GOING_AWAY, "No answer to ping")
                self._heard = False
                await self._send(encode({"type": "ping"}))
        except Exception as error:
            self._cut(_as_cut(error))

    def _check_init(self, cut: Cut) -> None:
        if self._caller is None:
            self._cut(cut)

    def _actor_changed(self, actor: Actor | None) -> None:
        if actor is None:
            self._cut(Cut(Close.FORBIDDEN, "Forbidden"))
        else:
            self._cut(Cut(Close.CONNECT_AGAIN, "Rights changed: connect again"))

    def _cut(self, cut: Cut) -> None:
        if not self._end.done():
            self._end.set_result(cut)

    async def _close(self, cut: Cut) -> None:
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._socket.close(cut.code, cut.reason)
        except (TimeoutError, RuntimeError, WebSocketDisconnect):
            log.debug("socket_closed_already", code=cut.code)


def _as_cut(error: BaseException) -> Cut:
    if isinstance(error, Cut):
        return error
    log.error("socket_failed", exc_info=error)
    return Cut(Close.FAILED, "Internal error")


async def _cancel(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
