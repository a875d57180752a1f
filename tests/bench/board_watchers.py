"""Windows without a browser that note when each moved card reaches them.

As a process of its own, `python -m tests.bench.board_watchers ADDRESS COOKIE SECONDS EACH BOARD…`
opens EACH windows on every board, as many as come within SECONDS, prints how many when they show
their cards, and at the end of its standard input a line with what each window saw: the board, and
`[milliseconds, card, version]` in the order of arrival.
"""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import orjson
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.people import SESSION_COOKIE
from tests.bench.server import ROOT
from tests.bench.viewers import socket_address

CARD = re.compile(r'"data-id":"([^"]+)","data-version":(\d+)')
OPEN_SECONDS = 120
OPENING_SECONDS = 75.0
"""No more windows are opened after that, however many are wanted."""
AT_ONCE = 10
"""Windows that are opened at one time."""

Sight = tuple[float, str, int]


@dataclass
class Watcher:
    """One window and what it saw."""

    board: str
    window: ClientConnection
    seen: list[Sight] = field(default_factory=list)

    async def read(self) -> None:
        """Note the cards of every message."""
        async for message in self.window:
            now = time.time() * 1000
            text = message if isinstance(message, str) else message.decode()
            for card, version in CARD.findall(text):
                self.seen.append((now, card, int(version)))


async def _opened(url: str, address: str, cookie: str, board: str) -> Watcher:
    window = await connect(
        url,
        origin=address,  # type: ignore[arg-type]
        additional_headers={"Cookie": f"{SESSION_COOKIE}={cookie}"},
        max_size=None,
        ping_interval=None,
        open_timeout=OPEN_SECONDS,
    )
    await window.send(orjson.dumps({"type": "location", "url": f"/boards/{board}"}).decode())
    async with asyncio.timeout(OPEN_SECONDS):
        while True:
            message = await window.recv()
            text = message if isinstance(message, str) else message.decode()
            if CARD.search(text):
                return Watcher(board, window)


async def watch(address: str, cookie: str, seconds: float, each: int, boards: list[str]) -> None:
    """Open the windows, say so, and read until standard input ends."""
    url = await socket_address(address, cookie, f"/boards/{boards[0]}")
    wanted = [board for _ in range(each) for board in boards]
    watchers: list[Watcher] = []
    begun = time.perf_counter()
    for start in range(0, len(wanted), AT_ONCE):
        if time.perf_counter() - begun > seconds:
            break
        some = wanted[start : start + AT_ONCE]
        watchers += await asyncio.gather(*(_opened(url, address, cookie, b) for b in some))
    readers = [asyncio.create_task(watcher.read()) for watcher in watchers]
    print(len(watchers), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    for reader in readers:
        reader.cancel()
    told = [{"board": watcher.board, "seen": watcher.seen} for watcher in watchers]
    print(orjson.dumps(told).decode(), flush=True)
    for watcher in watchers:
        with suppress(Exception):
            await watcher.window.close()


@dataclass
class Watched:
    """How many windows watch, and once they are closed what they saw: for each its board and its
    sights.
    """

    opened: int = 0
    windows: list[tuple[str, list[Sight]]] = field(default_factory=list)


@asynccontextmanager
async def watching(
    address: str,
    cookie: str,
    each: int,
    boards: list[str],
    seconds: float = OPENING_SECONDS,
) -> AsyncIterator[Watched]:
    """Have windows watch boards for as long as the block lasts, as many as open in some seconds."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench.board_watchers"),
        *(address, cookie, str(seconds), str(each), *boards),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**28,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    watched = Watched()
    try:
        watched.opened = int(await process.stdout.readline() or 0)
        if not watched.opened:
            raise RuntimeError("the watchers ended before they were ready")
        yield watched
        process.stdin.close()
        told = orjson.loads(await process.stdout.readline())
        watched.windows = [(each["board"], [tuple(s) for s in each["seen"]]) for each in told]
        await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


if __name__ == "__main__":
    asyncio.run(watch(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5:]))
