"""k. Boards: opening them, from a drop to the pixel, and many windows while cards move."""

from __future__ import annotations

import asyncio
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from playwright.async_api import Page

from tests.bench.board_moves import Seen, compare, move_cards
from tests.bench.board_watchers import OPENING_SECONDS, watching
from tests.bench.books import Book, book_of, module
from tests.bench.chromium import signed_in_window
from tests.bench.load import percentile
from tests.bench.people import sign_in
from tests.bench.report import Section
from tests.bench.server import Server, carnet

CONTACTS = 1_000
OPENINGS = 15
DROPS = 30
WINDOWS = 30
PER_SECOND = 5.0
LOAD_SECONDS, ONE_BOARD_SECONDS = 30.0, 20.0
MANY, VERY_MANY = 200, 1_000
QUIET_SECONDS = 0.4
STILL_SECONDS, LONGEST_SECONDS = 0.5, 20.0
STILL_CPU = 0.5
BOARDS_FILE = "boards.json"
LONGEST_P99_MS = 150
MOST_BYTES = 4096
MOST_KIB = 512
MOST_TIMES = 1.5

# The moment at which a card has been painted in a step.
PAINTED = """
([card, step]) => new Promise((done) => {
  const place = `.board-cards[data-step="${step}"] > [data-id="${card}"]`;
  const found = () => document.querySelector(place);
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
    channel.port2.postMessage(0);
  });
  if (found()) return painted();
  const watch = new MutationObserver(() => { if (found()) { watch.disconnect(); painted(); } });
  watch.observe(document.querySelector(".board-steps"), { childList: true, subtree: true });
})
"""
# The moments of the next drop: let go, painted where it was dropped, confirmed by the server.
DROPPED = """
() => new Promise((done) => addEventListener("pointerup", (event) => {
  const times = { dropped: performance.timeOrigin + event.timeStamp };
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => (times.painted = performance.timeOrigin + performance.now());
    channel.port2.postMessage(0);
  });
  const look = () => {
    if (times.painted && !document.querySelector(".board-shelf > *")) {
      done({ ...times, confirmed: performance.timeOrigin + performance.now() });
    } else requestAnimationFrame(look);
  };
  look();
}, { once: true }))
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opening a board takes: milliseconds to the cards, bytes, memory of the server."""

    milliseconds: float
    received: int
    wire: int
    memory_kib: float


@dataclass(frozen=True, slots=True)
class Drops:
    """From letting a card go, milliseconds."""

    painted: list[float]
    confirmed: list[float]
    elsewhere: list[float]
    wire: int


@dataclass(frozen=True, slots=True)
class Load:
    """Windows that watch while cards move, and what that takes of the server."""

    name: str
    opened: int
    wanted: int
    moves: int
    seconds: float
    seen: Seen
    cpu: float
    memory_mib: float

    @property
    def asked(self) -> int:
        """How many moves were to be made."""
        return int(PER_SECOND * self.seconds)


async def measure() -> Section:
    """Measure on a copy of the book that has boards: about four minutes, where a window opens in
    50 ms.
    """
    book = await book_of(CONTACTS)
    kept = await _with_boards(book)
    with TemporaryDirectory() as folder:
        copy = Book(CONTACTS, Path(folder) / "book")
        shutil.copytree(kept, copy.data_dir)
        made = orjson.loads((kept / BOARDS_FILE).read_bytes())
        token = await copy.token()
        async with carnet(copy.data_dir, CARNET_API_POINTS_PER_MINUTE="0") as server:
            cookie = await sign_in(server.address)
            openings = {}
            for name in ("small", "large"):
                openings[name] = await _opening(server, cookie, made[name])
            drops = await _drops(server.address, cookie, made["watched"][0])
            loads = [
                await _load(server, cookie, token, made["watched"], 200 // len(made["watched"])),
                await _load(server, cookie, token, made["watched"][:1], MANY),
                await _load(server, cookie, token, made["watched"][:1], VERY_MANY),
            ]
    return _section(openings, drops, loads)


async def _with_boards(book: Book) -> Path:
    """Return a data directory with the boards, made when there is none yet for this book."""
    kept = book.data_dir.with_name(f"boards-{book.data_dir.name}")
    if not (kept / BOARDS_FILE).exists():
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(book.data_dir, kept)
        made = await module(kept, "tests.bench.board_book")
        (kept / BOARDS_FILE).write_text(made)
    return kept


async def _opening(server: Server, cookie: str, board: str) -> Opening:
    address, path = server.address, f"/boards/{board}"
    times, received, wire = [], [], []
    async with signed_in_window(address, cookie) as (page, frames):
        for _ in range(OPENINGS):
            frames.clear()
            started = time.perf_counter()
            await page.goto(address + path)
            await page.wait_for_selector(".board-card")
            times.append((time.perf_counter() - started) * 1000)
            await page.wait_for_selector("html[data-live]")
            await asyncio.sleep(QUIET_SECONDS)
            received.append(sum(frames.received))
            wire.append(sum(frames.wire))
    async with watching(address, cookie, 3, [board]):
        before = server.own_memory_kib()
        async with watching(address, cookie, WINDOWS, [board]):
            await asyncio.sleep(1)
            memory = (server.own_memory_kib() - before) / WINDOWS
    return Opening(median(times), int(median(received)), int(median(wire)), memory)


async def _drops(address: str, cookie: str, board: str) -> Drops:
    """Drag cards in one browser while another one looks on."""
    painted, confirmed, elsewhere = [], [], []
    async with (
        signed_in_window(address, cookie) as (page, _),
        signed_in_window(address, cookie) as (other, frames),
    ):
        for window in (page, other):
            await window.goto(f"{address}/boards/{board}")
            await window.wait_for_selector(".board-card")
            await window.wait_for_selector("html[data-live]")
        await asyncio.sleep(1)
        frames.clear()
        for number in range(DROPS):
            times, seen = await _drop(page, other, number)
            painted.append(times["painted"] - times["dropped"])
            confirmed.append(times["confirmed"] - times["dropped"])
            elsewhere.append(seen - times["dropped"])
            await asyncio.sleep(QUIET_SECONDS)
        return Drops(painted, confirmed, elsewhere, sum(frames.alone) // DROPS)


async def _drop(page: Page, other: Page, number: int) -> tuple[dict[str, float], float]:
    source, target = number % 3, (number + 1) % 3
    card = page.locator(".board-step").nth(source).locator(".board-cards > .board-card").first
    first = page.locator(".board-step").nth(target).locator(".board-cards > .board-card").first
    card_id = await card.get_attribute("data-id")
    step_id = await page.locator(".board-step").nth(target).get_attribute("data-step")
    begin, end = await card.bounding_box(), await first.bounding_box()
    assert begin
    assert end
    seen = asyncio.create_task(other.evaluate(PAINTED, [card_id, step_id]))
    times = asyncio.create_task(page.evaluate(DROPPED))
    await page.mouse.move(begin["x"] + 40, begin["y"] + 12)
    await page.mouse.down()
    await page.mouse.move(end["x"] + 40, end["y"] + 4, steps=5)
    await asyncio.sleep(0.1)
    await page.mouse.up()
    found: dict[str, float] = await times
    return found, await seen


async def _load(server: Server, cookie: str, token: str, boards: list[str], each: int) -> Load:
    seconds = LOAD_SECONDS if len(boards) > 1 else ONE_BOARD_SECONDS
    async with watching(server.address, cookie, each, boards) as watched:
        cpu = server.cpu_seconds()
        moves = await move_cards(
            server.address, token, boards, per_second=PER_SECOND, seconds=seconds
        )
        used = (server.cpu_seconds() - cpu) / moves.seconds
        memory = server.own_memory_kib() / 1024
        await _until_still(server)
    many = f"{len(boards)} boards" if len(boards) > 1 else "one board"
    return Load(
        f"{many}, {watched.opened:,} windows",
        watched.opened,
        each * len(boards),
        moves.count,
        seconds,
        compare(moves, watched.windows),
        used,
        memory,
    )


async def _until_still(server: Server) -> None:
    """Wait until the server has told all windows what it has to tell, but not for ever."""
    begun = time.perf_counter()
    used = 1.0
    while used > STILL_CPU and time.perf_counter() - begun < LONGEST_SECONDS:
        before = server.cpu_seconds()
        await asyncio.sleep(STILL_SECONDS)
        used = (server.cpu_seconds() - before) / STILL_SECONDS


def _section(openings: dict[str, Opening], drops: Drops, loads: list[Load]) -> Section:
    section = Section("k", "Boards")
    small, large = openings["small"], openings["large"]
    section.table(
        ("opening a board of ten steps", "50 cards", "5,000 cards"),
        [
            ("from the address to the cards, ms", *_pair(small, large, "milliseconds", ".0f")),
            ("bytes received", *_pair(small, large, "received", ",")),
            ("on the wire", *_pair(small, large, "wire", ",")),
            (
                "memory of the server for each window, KiB",
                *_pair(small, large, "memory_kib", ".0f"),
            ),
        ],
    )
    section.say(f"Chromium at 1280 × 800, medians of {OPENINGS}; memory over {WINDOWS} windows.")
    section.table(
        ("from letting a card go, ms", "p50", "p99"),
        [
            (name, f"{percentile(taken, 50):.0f}", f"{percentile(taken, 99):.0f}")
            for name, taken in (
                ("painted in place in the mover's window", drops.painted),
                ("confirmed by the server there", drops.confirmed),
                ("painted in another window", drops.elsewhere),
            )
        ],
    )
    section.say(
        f"{DROPS} drags by mouse between steps of 20 cards; a move takes {drops.wire:,} bytes on "
        "the wire to the other window, counts and sums of the steps along with it."
    )
    section.table(
        (
            "5 moves a second",
            "p50 ms",
            "p99 ms",
            "seen",
            "lost",
            "twice",
            "out of order",
            "CPU",
            "MiB",
        ),
        [
            (
                load.name,
                f"{load.seen.p50:.0f}",
                f"{load.seen.p99:.0f}",
                f"{len(load.seen.delays):,}",
                load.seen.lost,
                load.seen.twice,
                load.seen.out_of_order,
                f"{load.cpu:.0%}",
                f"{load.memory_mib:.0f}",
            )
            for load in loads
        ],
    )
    for load in loads:
        if load.opened < load.wanted:
            section.say(
                f"Of {load.wanted:,} windows wanted, {load.opened:,} opened in "
                f"{OPENING_SECONDS:.0f} s; the figures are theirs."
            )
        if load.moves < load.asked:
            section.say(
                f"{load.name}: {load.moves} moves came through instead of {load.asked}, one after "
                "the other."
            )
    section.say(
        "From the moment `moveCard` is sent until a window's socket has read the moved card, over "
        "all windows; the windows, which read all they are sent, compressed, share the cores."
    )
    many, one = loads[0].seen, loads[1].seen
    section.target(
        f"p99 under {LONGEST_P99_MS} ms with 200 windows on 40 boards, and on one",
        f"{many.p99:.0f} and {one.p99:.0f} ms",
        met=max(many.p99, one.p99) < LONGEST_P99_MS,
    )
    faults = sum(each.seen.lost + each.seen.twice + each.seen.out_of_order for each in loads)
    section.target("nothing lost, told twice or out of order", f"{faults}", met=faults == 0)
    section.target(
        "a move under 4 KB on the wire to each window",
        f"{drops.wire:,} bytes",
        met=drops.wire < MOST_BYTES,
    )
    most_kib = max(small.memory_kib, large.memory_kib)
    section.target(
        "memory for each open board under 0.5 MB, whatever its size",
        f"{most_kib:.0f} KiB",
        met=most_kib < MOST_KIB,
    )
    times = large.milliseconds / small.milliseconds
    section.target(
        f"5,000 cards open at most {MOST_TIMES:g}× as long as 50",
        f"{times:.2f}×",
        met=times < MOST_TIMES,
    )
    return section


def _pair(small: Opening, large: Opening, name: str, style: str) -> tuple[Any, Any]:
    return format(getattr(small, name), style), format(getattr(large, name), style)
