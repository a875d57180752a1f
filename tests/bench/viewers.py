"""Windows without a browser: sockets that show a page and read every update.

As a process of its own, `python -m tests.bench.viewers ADDRESS COOKIE COUNT PATH`: prints one line
of JSON when every window shows its rows, and ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx2
import orjson
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.people import SESSION_COOKIE
from tests.bench.server import ROOT

SETTINGS = re.compile(r'data-settings="([^"]*)"')
ROW = '"grid-row"'
FIRST_ROWS_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Ready:
    """What opening the windows took: bytes until the first rows, and milliseconds for each."""

    bytes_received: list[int]
    milliseconds: list[float]


async def socket_address(address: str, cookie: str, path: str) -> str:
    """Return where the page at ``path`` opens its socket."""
    async with httpx2.AsyncClient(base_url=address, cookies={SESSION_COOKIE: cookie}) as client:
        page = (await client.get(path)).text
    match = SETTINGS.search(page)
    if match is None:
        raise RuntimeError(f"{path} is not a page of the interface: {page[:200]}")
    settings = orjson.loads(html.unescape(match[1]))
    return f"{address.replace('http', 'ws', 1)}{settings['socket']}"


async def open_window(
    url: str, address: str, cookie: str, path: str
) -> tuple[ClientConnection, int, float]:
    """Open one window at ``path``; return it, the bytes until its first rows, and the
    milliseconds.
    """
    started = time.perf_counter()
    window = await connect(
        url,
        origin=address,  # type: ignore[arg-type]
        additional_headers={"Cookie": f"{SESSION_COOKIE}={cookie}"},
        max_size=None,
        ping_interval=None,
    )
    await window.send(orjson.dumps({"type": "location", "url": path}).decode())
    received = 0
    async with asyncio.timeout(FIRST_ROWS_SECONDS):
        while True:
            message = await window.recv()
            received += len(message.encode() if isinstance(message, str) else message)
            if ROW in (message if isinstance(message, str) else message.decode()):
                return window, received, (time.perf_counter() - started) * 1000


async def hold(address: str, cookie: str, count: int, path: str) -> None:
    """Open the windows one after the other, say so, and read until standard input ends."""
    url = await socket_address(address, cookie, path)
    opened = [await open_window(url, address, cookie, path) for _ in range(count)]
    readers = [asyncio.create_task(_read(window)) for window, _, _ in opened]
    ready = {
        "bytes_received": [received for _, received, _ in opened],
        "milliseconds": [elapsed for _, _, elapsed in opened],
    }
    print(orjson.dumps(ready).decode(), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    for reader in readers:
        reader.cancel()
    for window, _, _ in opened:
        await window.close()


async def _read(window: ClientConnection) -> None:
    async for _ in window:
        pass


@asynccontextmanager
async def viewing(address: str, cookie: str, count: int, path: str) -> AsyncIterator[Ready]:
    """Have ``count`` windows open at ``path`` for as long as the block lasts."""
    if count == 0:
        yield Ready([], [])
        return
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.viewers",
        address,
        cookie,
        str(count),
        path,
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**20,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        line = await process.stdout.readline()
        if not line:
            raise RuntimeError("the viewers ended before they were ready")
        yield Ready(**orjson.loads(line))
    finally:
        process.stdin.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), 30)
        if process.returncode is None:
            process.kill()
            await process.wait()


if __name__ == "__main__":
    asyncio.run(hold(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]))
