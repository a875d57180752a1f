"""o. A campaign to 10,000: how fast it leaves, who else works meanwhile, and what kill -9 does."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP

from tests.bench.books import Book, book_of, module
from tests.bench.load import Connection, graphql_request, percentile, timed
from tests.bench.reads import LIST
from tests.bench.report import Section
from tests.bench.server import Server, carnet

READERS = 10_000
CONTACTS = 10_000
"""In the book beside the readers."""
LONGEST_SECONDS = 120
SLOWEST_MS = 100
PAUSE_SECONDS = 0.1
PATIENCE_SECONDS = 400
_SETTINGS = {"CARNET_API_POINTS_PER_MINUTE": "0", "CARNET_PRIVATE_MAIL_SERVERS": "true"}


class Sink:
    """A mail server that counts."""

    def __init__(self) -> None:
        self.got: Counter[str] = Counter()
        self.port = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.got.update(envelope.rcpt_tos)
        return "250 OK"


@asynccontextmanager
async def sinking() -> AsyncIterator[Sink]:
    """A mail server on loopback, for as long as the block."""
    sink, loop = Sink(), asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(sink, hostname="mail.example.org", loop=loop), "127.0.0.1", 0
    )
    sink.port = server.sockets[0].getsockname()[1]
    try:
        yield sink
    finally:
        server.close()


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one campaign."""

    seconds: float
    got: int
    twice: int
    unknown: int
    latencies: tuple[float, ...] = ()
    cpu_seconds: float = 0.0


async def measure() -> Section:
    """Send one campaign whole, and one whose server is killed in the middle."""
    kept = await book_of(CONTACTS)
    with tempfile.TemporaryDirectory() as folder:
        book = Book(CONTACTS, Path(folder) / "book")
        shutil.copytree(kept.data_dir, book.data_dir)
        token = await book.token()
        async with sinking() as sink:
            whole = await _whole(book, sink, token)
            killed = await _killed(book, sink)
    return _section(whole, killed)


async def _begin(book: Book, sink: Sink, readers: int) -> int:
    sink.got.clear()
    said = await module(book.data_dir, "tests.bench.campaign_book", str(sink.port), str(readers))
    return int(said)


async def _whole(book: Book, sink: Sink, token: str) -> Sent:
    key = await _begin(book, sink, READERS)
    latencies: list[float] = []
    async with carnet(book.data_dir, **_SETTINGS) as server:
        asking = asyncio.create_task(_ask(server, token, latencies))
        started, cpu = time.perf_counter(), server.cpu_seconds()
        await _until(sink, READERS)
        seconds = time.perf_counter() - started
        used = server.cpu_seconds() - cpu
        asking.cancel()
        await _until_over(book, key)
    twice = sum(count - 1 for count in sink.got.values())
    return Sent(seconds, len(sink.got), twice, _unknown(book, key), tuple(latencies), used)


async def _killed(book: Book, sink: Sink) -> Sent:
    key = await _begin(book, sink, 0)
    started = time.perf_counter()
    async with carnet(book.data_dir, **_SETTINGS) as server:
        await _until(sink, READERS // 2)
        os.kill(server.pid, signal.SIGKILL)
    async with carnet(book.data_dir, **_SETTINGS):
        await _until_over(book, key)
    twice = sum(count - 1 for count in sink.got.values())
    return Sent(time.perf_counter() - started, len(sink.got), twice, _unknown(book, key))


async def _ask(server: Server, token: str, latencies: list[float]) -> None:
    """Read lists of contacts, as somebody who works meanwhile."""
    request = graphql_request(LIST, {}, token)
    connection = await Connection.open(server.address)
    while True:
        latencies.append((await timed(connection, request))[0])
        await asyncio.sleep(PAUSE_SECONDS)


async def _until(sink: Sink, count: int) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len(sink.got) < count:
            await asyncio.sleep(0.02)


async def _until_over(book: Book, key: int) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while _asked(book, "SELECT state FROM campaign WHERE id = ?", key) != "sent":
            await asyncio.sleep(0.2)


def _unknown(book: Book, key: int) -> int:
    return int(_asked(book, "SELECT unknown_count FROM campaign WHERE id = ?", key))


def _asked(book: Book, sql: str, key: int) -> Any:
    with closing(sqlite3.connect(book.file)) as connection:
        return connection.execute(sql, (key,)).fetchone()[0]


def _section(whole: Sent, killed: Sent) -> Section:
    section = Section("o", "Campaigns")
    slow = percentile(whole.latencies, 95)
    section.say(
        f"{READERS:,} readers in a book of {CONTACTS:,} more; a loopback mail server that counts; "
        "SQLite, one process. Meanwhile somebody reads 50 contacts ten times a second."
    )
    section.table(
        ("", "seconds", "recipients with one", "twice", "none, and said to be unknown"),
        [
            (name, f"{each.seconds:.0f}", f"{each.got:,}", each.twice, each.unknown)
            for name, each in (("whole", whole), ("kill -9 in the middle", killed))
        ],
    )
    section.say(
        "The second one waits for the lease of the killed process to end, a minute at most. Who is "
        "unknown may or may not be among those who have one."
    )
    section.target(
        f"{READERS:,} letters in {LONGEST_SECONDS} s",
        f"{whole.seconds:.0f} s, {READERS / whole.seconds:,.0f} a second, "
        f"{whole.cpu_seconds:.0f} s of processor time",
        met=whole.seconds <= LONGEST_SECONDS and whole.got == READERS and not whole.twice,
    )
    section.target(
        f"a list within {SLOWEST_MS} ms meanwhile (95 of 100)",
        f"{slow:.0f} ms",
        met=slow <= SLOWEST_MS,
    )
    missing = READERS - killed.got
    section.target(
        "after kill -9 nobody has two, and who has none is said to be unknown",
        f"{killed.twice} twice, {missing} without, {killed.unknown} unknown",
        met=not killed.twice and missing <= killed.unknown,
    )
    return section
