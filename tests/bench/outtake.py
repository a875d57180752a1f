"""f. Exporting 100,000 contacts by a link: time, memory that stays, and others who work."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

import httpx2

from tests.bench.books import book_of
from tests.bench.load import Connection, graphql_request, percentile, timed
from tests.bench.reads import LIST
from tests.bench.report import Section
from tests.bench.server import KIB, Server, carnet

SIZES = (10_000, 100_000)
FORMATS = ("CARNET_CSV", "GOOGLE_CSV", "OUTLOOK_CSV", "VCARD")
LONGEST_SECONDS = 10
LARGEST_GROWTH_MIB = 24
SAMPLE_SECONDS = 0.05
READS_BEFORE = 60
EXPORT = """
mutation Export($input: ExportContactsInput!) {
  exportContacts(input: $input) { url errors { code } }
}
"""


@dataclass(frozen=True, slots=True)
class Export:
    """What downloading one file took."""

    contacts: int
    format: str
    seconds: float
    mebibytes: float
    growth_mib: float
    """How much more memory the server had at most than before."""


async def measure() -> Section:
    """Download every format of each size; then read lists while a file is made."""
    done: list[Export] = []
    idle: list[float] = []
    busy: list[float] = []
    for size in SIZES:
        book = await book_of(size)
        token = await book.token()
        async with carnet(book.data_dir, CARNET_API_POINTS_PER_MINUTE="0") as server:
            await _download(server, token, size, FORMATS[0])  # what the first of all loads
            done += [await _download(server, token, size, each) for each in FORMATS]
            idle, busy = await _others(server, token, size)
    section = Section("f", "Exporting by a link, `exportContacts`")
    section.table(
        ("contacts, format", "seconds", "contacts per second", "MiB", "more memory, MiB"),
        [
            (
                f"{one.contacts:,} {one.format}",
                f"{one.seconds:.1f}",
                f"{one.contacts / one.seconds:,.0f}",
                f"{one.mebibytes:.1f}",
                f"{one.growth_mib:.0f}",
            )
            for one in done
        ],
    )
    section.say(
        "Over loopback, from the request to the last byte; SQLite; e-mails, phones, addresses "
        f"and labels of each. A first page meanwhile: p50 {median(busy):.0f} ms, p95 "
        f"{percentile(busy, 95):.0f} ms; alone p50 {median(idle):.0f} ms, p95 "
        f"{percentile(idle, 95):.0f} ms."
    )
    large = [one for one in done if one.contacts == SIZES[-1]]
    slowest = max(large, key=lambda one: one.seconds)
    section.target(
        f"100,000 contacts in under {LONGEST_SECONDS} s",
        f"{slowest.seconds:.1f} s for the slowest, {slowest.format}",
        met=slowest.seconds < LONGEST_SECONDS,
    )
    growth = max(one.growth_mib for one in large)
    section.target(
        "memory that does not grow with the file",
        f"{growth:.0f} MiB more at most, for files of up to "
        f"{max(one.mebibytes for one in large):.0f} MiB",
        met=growth <= LARGEST_GROWTH_MIB,
    )
    return section


async def _download(server: Server, token: str, size: int, chosen: str) -> Export:
    headers = {"authorization": f"Bearer {token}"}
    async with httpx2.AsyncClient(base_url=server.address, headers=headers, timeout=300) as client:
        asked = {"selection": {"filter": {"and": []}}, "format": chosen}
        body = {"query": EXPORT, "variables": {"input": asked}}
        answer = (await client.post("/graphql", json=body)).json()
        url = answer["data"]["exportContacts"]["url"]
        before, size_bytes = server.own_memory_kib(), 0
        started = time.perf_counter()
        async with _peak_memory(server) as peak, client.stream("GET", url) as response:
            if response.status_code != httpx2.codes.OK:
                raise RuntimeError(f"the download was answered {response.status_code}")
            async for part in response.aiter_raw():
                size_bytes += len(part)
        seconds = time.perf_counter() - started
    return Export(size, chosen, seconds, size_bytes / KIB**2, (max(peak) - before) / KIB)


@asynccontextmanager
async def _peak_memory(server: Server) -> AsyncIterator[list[int]]:
    """Gather what the server's memory is again and again, in KiB."""
    seen = [server.own_memory_kib()]

    async def look() -> None:
        while True:
            await asyncio.sleep(SAMPLE_SECONDS)
            seen.append(server.own_memory_kib())

    looking = asyncio.create_task(look())
    try:
        yield seen
    finally:
        looking.cancel()


async def _others(server: Server, token: str, size: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of first pages while nothing else happens, and during an export."""
    connection = await Connection.open(server.address)
    request = graphql_request(LIST, {}, token)
    idle = [(await timed(connection, request))[0] for _ in range(READS_BEFORE)]
    exporting = asyncio.create_task(_download(server, token, size, FORMATS[0]))
    busy: list[float] = []
    while not exporting.done():
        busy.append((await timed(connection, request))[0])
        await asyncio.sleep(SAMPLE_SECONDS)
    await exporting
    await connection.close()
    return idle, busy
