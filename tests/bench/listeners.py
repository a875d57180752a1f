"""Sockets that follow the same thing over graphql-transport-ws, as a process of their own.

`python -m tests.bench.listeners PORT TOKEN COUNT`, the operation as JSON on standard input: prints
a line when all follow, then one for each event: the moment when the last of them had it. Frames are
counted, not read: a client's own work is not what is measured.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import orjson

from tests.bench.server import ROOT

READY_SECONDS = 120
_MASK = bytes(4)
_KEY = base64.b64encode(bytes(16)).decode()
_OPENING = (
    "GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    f"Sec-WebSocket-Key: {_KEY}\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: graphql-transport-ws\r\n"
    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n"
)
_PONG = 0x8A


class Count:
    """Counts events over all sockets; ``moments`` are when the last of them had each."""

    def __init__(self, sockets: int) -> None:
        self.sockets = sockets
        self.following = 0
        self.received: list[int] = []

    def event(self, number: int) -> None:
        """One socket has its event of this number."""
        if number == len(self.received):
            self.received.append(0)
        self.received[number] += 1
        if self.received[number] == self.sockets:
            print(orjson.dumps({"at": time.time(), "event": number}).decode(), flush=True)


class Listener(asyncio.Protocol):
    """One socket. It knows frames by their lengths: acknowledged first, then events."""

    def __init__(self, token: str, key: str, operation: Any, count: Count) -> None:
        self._token, self._key, self._operation, self._count = token, key, operation, count
        self._buffer = b""
        self._is_open = False
        self._frames = 0
        self.acknowledged = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        """Ask for a socket."""
        self._transport = transport
        transport.write(_OPENING.encode())

    def data_received(self, data: bytes) -> None:
        """Count whole frames."""
        self._buffer += data
        if not self._is_open:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if not head.startswith(b"HTTP/1.1 101"):
                raise RuntimeError(head.decode())
            self._is_open, self._buffer = True, rest
            payload = {"authorization": f"Bearer {self._token}"}
            self._send({"type": "connection_init", "payload": payload})
        while (size := _size(self._buffer)) is not None:
            frame, self._buffer = self._buffer[:size], self._buffer[size:]
            self._take(frame)

    def _take(self, frame: bytes) -> None:
        kind = frame[0] & 0x0F
        if kind == 0x9:
            self._transport.write(bytes((_PONG, 0x80 | len(frame) - 2)) + _MASK + frame[2:])
        elif kind == 0x8:
            raise RuntimeError(f"closed: {frame!r}")
        elif not self._frames:
            self._frames = 1
            self._send({"type": "subscribe", "id": self._key, "payload": self._operation})
            self.acknowledged.set_result(None)
        else:
            self._count.event(self._frames - 1)
            self._frames += 1

    def _send(self, message: Any) -> None:
        body = orjson.dumps(message)
        assert 125 < len(body) < 65_536 or len(body) <= 125
        size = bytes((0x80 | len(body),)) if len(body) <= 125 else b"\xfe" + len(body).to_bytes(2)
        self._transport.write(b"\x81" + size + _MASK + body)


def _size(buffer: bytes) -> int | None:
    """Return the length of the first whole frame, None when it is not there yet."""
    if len(buffer) < 2:
        return None
    size, head = buffer[1] & 0x7F, 2
    if size == 126:
        size, head = int.from_bytes(buffer[2:4]), 4
    elif size == 127:
        size, head = int.from_bytes(buffer[2:10]), 10
    return head + size if len(buffer) >= head + size and len(buffer) >= head else None


async def listen(port: int, token: str, sockets: int, operation: Any) -> None:
    """Open the sockets, a few at a time, and listen until standard input ends."""
    loop, count = asyncio.get_running_loop(), Count(sockets)
    opened: list[Listener] = []
    for start in range(0, sockets, 50):
        some = range(start, min(start + 50, sockets))
        for number in some:
            _, listener = await loop.create_connection(
                partial(Listener, token, f"follower-{number}", operation, count),
                "127.0.0.1",
                port,
            )
            opened.append(listener)
        await asyncio.gather(*(opened[number].acknowledged for number in some))
    print("{}", flush=True)
    await asyncio.to_thread(sys.stdin.read)


@asynccontextmanager
async def listening(
    port: int, token: str, sockets: int, operation: Any
) -> AsyncIterator[asyncio.StreamReader]:
    """Have sockets follow an operation; yields the lines that say when an event has reached all."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.listeners",
        str(port),
        token,
        str(sockets),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(orjson.dumps(operation) + b"\n")
        async with asyncio.timeout(READY_SECONDS):
            if not await process.stdout.readline():
                raise RuntimeError("the listeners ended before they were ready")
        yield process.stdout
    finally:
        process.stdin.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), 30)
        if process.returncode is None:
            process.kill()
            await process.wait()


if __name__ == "__main__":
    asyncio.run(
        listen(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), orjson.loads(sys.stdin.readline()))
    )
