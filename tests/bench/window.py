"""d. What a person's acts cost: bytes and milliseconds in the window, memory in the server."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import orjson
from playwright.async_api import Page

from tests.bench.books import Book, book_of
from tests.bench.chromium import Frames, signed_in_window
from tests.bench.people import sign_in
from tests.bench.report import Section
from tests.bench.server import Server, carnet
from tests.bench.viewers import viewing

CONTACTS = 100_000
PATH = "/contacts"
REPEATS = 15
SESSIONS = 50
WARM_SESSIONS = 5
QUIET_SECONDS = 0.4
TELLING_SECONDS = 10
SMALL_BYTES = 2048
LARGEST_SESSION_KIB = 512
LONGEST_RENDER_MS = 10.0
SEARCH = "ferr"


Step = Callable[[Page, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Act:
    """One act: milliseconds until it shows, bytes each way, on the wire, and the largest event."""

    name: str
    milliseconds: float
    sent: int
    received: int
    wire: int
    largest_event: int


@dataclass(frozen=True, slots=True)
class Sessions:
    """What each of many live sessions takes of the server."""

    memory_kib: float
    cpu_ms: float
    rendering_ms: float


async def measure() -> Section:
    """Measure the sessions first, on a server that has served nobody else."""
    book = await book_of(CONTACTS)
    async with carnet(book.data_dir) as server:
        cookie = await sign_in(server.address)
        memory_kib, cpu_ms = await _sessions(server, cookie)
        async with signed_in_window(server.address, cookie) as (page, frames):
            acts = await _acts(server.address, page, frames)
    sessions = Sessions(memory_kib, cpu_ms, await _rendering_ms(book))
    return _section(acts, sessions)


async def _rendering_ms(book: Book) -> float:
    """What rendering alone takes of the server until a session's first rows."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "seconds"
        module = ("tests.bench.timed_server", str(told))
        async with carnet(book.data_dir, module=module) as server:
            cookie = await sign_in(server.address)
            async with viewing(server.address, cookie, WARM_SESSIONS, PATH):
                await asyncio.sleep(1)
                before = await _told(server, told)
                async with viewing(server.address, cookie, SESSIONS, PATH):
                    await asyncio.sleep(1)
                    return (await _told(server, told) - before) / SESSIONS * 1000


async def _told(server: Server, path: Path) -> float:
    """Return the seconds that the server writes down when it is asked."""
    _forget(path)
    os.kill(server.pid, signal.SIGUSR1)
    async with asyncio.timeout(TELLING_SECONDS):
        while not (told := _read(path)):
            await asyncio.sleep(0.02)
    return float(orjson.loads(told))


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


async def _sessions(server: Server, cookie: str) -> tuple[float, float]:
    """Return KiB and processor milliseconds for each of many sessions."""
    async with viewing(server.address, cookie, WARM_SESSIONS, PATH):
        await asyncio.sleep(1)
        memory, cpu = server.own_memory_kib(), server.cpu_seconds()
        async with viewing(server.address, cookie, SESSIONS, PATH):
            await asyncio.sleep(1)
            return (
                (server.own_memory_kib() - memory) / SESSIONS,
                (server.cpu_seconds() - cpu) / SESSIONS * 1000,
            )


async def _acts(address: str, page: Page, frames: Frames) -> list[Act]:
    acts = [await _first_rows(address, page, frames)]
    acts.append(await _repeated(page, frames, "open the quick view", _open_card, _close_card))
    acts.append(await _repeated(page, frames, "tick a row", _tick, _nothing))
    acts.append(await _search(page, frames))
    return acts


async def _first_rows(address: str, page: Page, frames: Frames) -> Act:
    times, sent, received, wire = [], [], [], []
    for _ in range(REPEATS):
        frames.clear()
        started = time.perf_counter()
        await page.goto(address + PATH)
        await page.wait_for_selector(".grid-row[data-id]")
        times.append((time.perf_counter() - started) * 1000)
        await page.wait_for_selector("html[data-live]")
        await asyncio.sleep(QUIET_SECONDS)
        sent.append(sum(frames.sent))
        received.append(sum(frames.received))
        wire.append(sum(frames.wire))
    return Act(
        "first rows, from the address to the rows",
        median(times),
        int(median(sent)),
        int(median(received)),
        int(median(wire)),
        max(frames.sent, default=0),
    )


async def _repeated(page: Page, frames: Frames, name: str, act: Step, undo: Step) -> Act:
    """Do something to one row after the other; ``act`` returns when it shows."""
    times, sent, received, wire, largest = [], [], [], [], 0
    for number in range(REPEATS):
        await asyncio.sleep(QUIET_SECONDS)
        frames.clear()
        started = time.perf_counter()
        await act(page, number)
        times.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(QUIET_SECONDS)
        sent.append(sum(frames.sent))
        received.append(sum(frames.received))
        wire.append(sum(frames.wire))
        largest = max(largest, *frames.sent, 0)
        await undo(page, number)
    return Act(
        name,
        median(times),
        int(median(sent)),
        int(median(received)),
        int(median(wire)),
        largest,
    )


async def _open_card(page: Page, number: int) -> None:
    link = page.locator(".grid-row[data-id]").nth(number).locator(".grid-link")
    name = await link.inner_text()
    await link.click()
    await page.wait_for_function(
        "(name) => document.getElementById('quick-name')?.textContent === name", arg=name
    )


async def _close_card(page: Page, _: int) -> None:
    await page.keyboard.press("Escape")
    await page.wait_for_selector("#contact-card", state="detached")


async def _tick(page: Page, number: int) -> None:
    await page.locator(".grid-row[data-id]").nth(number).locator(".grid-tick").click()
    await page.locator(".grid-row[data-id]").nth(number).locator(".grid-tick:checked").wait_for()


async def _nothing(_: Page, __: int) -> None:
    """Ticks stay."""


async def _search(page: Page, frames: Frames) -> Act:
    """Type a name at 60 ms a key, until every row shown has it."""
    times, sent, received, wire, largest = [], [], [], [], 0
    for _ in range(REPEATS):
        await page.fill("#contacts-search", "")
        await asyncio.sleep(3 * QUIET_SECONDS)
        frames.clear()
        await page.focus("#contacts-search")
        await page.keyboard.type(SEARCH, delay=60)
        started = time.perf_counter()
        await page.wait_for_function(
            "(text) => { const rows = [...document.querySelectorAll('.grid-row[data-id]')];"
            " return rows.length && rows.every((row) =>"
            " row.textContent.normalize('NFKD').toLowerCase().includes(text)); }",
            arg=SEARCH,
        )
        times.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(QUIET_SECONDS)
        sent.append(sum(frames.sent))
        received.append(sum(frames.received))
        wire.append(sum(frames.wire))
        largest = max(largest, *frames.sent)
    return Act(
        f"type “{SEARCH}” in search, after the last key",
        median(times),
        int(median(sent)),
        int(median(received)),
        int(median(wire)),
        largest,
    )


def _section(acts: list[Act], sessions: Sessions) -> Section:
    section = Section("d", "What a person's acts cost")
    section.table(
        ("act", "ms", "bytes sent", "bytes received", "on the wire", "largest event"),
        [
            (
                act.name,
                f"{act.milliseconds:.0f}",
                f"{act.sent:,}",
                f"{act.received:,}",
                f"{act.wire:,}",
                act.largest_event,
            )
            for act in acts
        ],
    )
    section.say(
        f"{CONTACTS:,} contacts, Chromium at 1280 × 800, medians of {REPEATS}; bytes of the "
        "socket's frames; on the wire: both ways, after permessage-deflate."
    )
    section.table(
        ("each live session that shows the list", ""),
        [
            ("memory in the server, KiB", f"{sessions.memory_kib:.0f}"),
            ("processor time until its first rows, ms", f"{sessions.cpu_ms:.1f}"),
            ("of it for rendering, ms", f"{sessions.rendering_ms:.1f}"),
        ],
    )
    section.say(f"Over {SESSIONS} sessions after {WARM_SESSIONS} that warmed the server up.")
    small = {act.name: act.wire for act in acts[1:3]}
    section.target(
        "a quick view opened and a row ticked under 2 KB each on the wire",
        ", ".join(f"{name} {size:,} bytes" for name, size in small.items()),
        met=all(size < SMALL_BYTES for size in small.values()),
    )
    largest = max(act.largest_event for act in acts)
    section.target("no event over 2 KB", f"{largest} bytes", met=largest < SMALL_BYTES)
    section.target(
        "a session under 0.5 MB",
        f"{sessions.memory_kib:.0f} KiB",
        met=sessions.memory_kib < LARGEST_SESSION_KIB,
    )
    section.target(
        "first rows rendered in under 10 ms of server time",
        f"{sessions.rendering_ms:.1f} ms",
        met=sessions.rendering_ms < LONGEST_RENDER_MS,
    )
    return section
