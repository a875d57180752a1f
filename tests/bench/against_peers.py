"""p. Reads against hand-written SQL and three peers; one event to 1,000 subscribers; cold plans."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

import orjson

from tests.bench.books import KEPT, Book, book_of, module
from tests.bench.fan_out import fan_out, middle
from tests.bench.load import Connection, percentile
from tests.bench.peers.install import installed
from tests.bench.peers.postgres import postgres_database
from tests.bench.peers.questions import NAMES, comparable
from tests.bench.peers.servers import BARE, CARNET, PG, Data, Peer, started
from tests.bench.report import Section

CONTACTS = 2_000
CLIENTS = 64
FEW_CLIENTS, FEW_BELOW = 4, 100.0
"""How many ask a server that answers fewer requests a second: else a round takes a minute."""
ROUNDS, SECONDS, WARM_UP_SECONDS = 3, 1.0, 0.5
SUBSCRIBERS, MOST_FAN_OUT_MS = 1_000, 100
MOST_COLD_MS, MOST_REFUSAL_MS = 5.0, 10.0
LEAST_OF_BARE, LEAST_OF_BARE_ANYWHERE, LEAST_OF_POSTGRAPHILE = 0.5, 1 / 3, 1.5
DATABASES = ("SQLite", "PostgreSQL")


@dataclass
class Measured:
    """A server's answers to one question; a rate for each round."""

    clients: int = FEW_CLIENTS
    rates: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    waits_ms: list[float] = field(default_factory=list)


Found = dict[tuple[str, str], dict[str, Measured]]
"""By server and database, then by question."""


async def measure() -> Section:
    """Install and fill what is needed, compare all answers, then measure in turns."""
    folder = await installed()
    reached = middle(await fan_out(SUBSCRIBERS))
    async with postgres_database() as url:
        data = {"SQLite": await _sqlite(), "PostgreSQL": await _postgres(url)}
        plans = orjson.loads(await module(data["SQLite"].data_dir, "tests.bench.peers.plans"))
        async with started(data, folder) as peers:
            await _check_same_answers(peers)
            found = await _measure(peers)
            memory = {(each.name, each.database): each.server.memory_kib() for each in peers}
    section = Section("p", "Reads against hand-written SQL and other GraphQL servers")
    _tell_reads(section, found, memory)
    _tell_plans(section, plans["plans"])
    _tell_refusals(section, plans["refused"])
    section.say(
        f"One event to {SUBSCRIBERS:,} sockets with the same selection, compressed: the last has "
        f"it {reached.milliseconds:.0f} ms after the mutation was sent, for "
        f"{reached.cpu_milliseconds:.0f} ms of the server's processor."
    )
    section.target(
        f"an event reaches {SUBSCRIBERS:,} subscribers within {MOST_FAN_OUT_MS} ms",
        f"{reached.milliseconds:.0f} ms",
        met=reached.milliseconds < MOST_FAN_OUT_MS,
    )
    return section


async def _sqlite() -> Data:
    book = await book_of(CONTACTS)
    file = book.data_dir / "peers.json"
    if not file.exists():
        file.write_text(await module(book.data_dir, "tests.bench.peers.book"))
    url = f"sqlite://{book.file}"
    return Data(book.data_dir, url, await book.token(), orjson.loads(file.read_bytes()))


async def _postgres(url: str) -> Data:
    folder = KEPT / "postgres"
    folder.mkdir(parents=True, exist_ok=True)
    own = {"CARNET_DATABASE_URL": url}
    await module(folder, "backend.cli.main", "demo", "--contacts", str(CONTACTS), **own)
    keys = orjson.loads(await module(folder, "tests.bench.peers.book", **own))
    return Data(folder, url, await Book(CONTACTS, folder).token(**own), keys)


async def _check_same_answers(peers: Sequence[Peer]) -> None:
    for question in NAMES:
        expected: dict[str, object] = {}
        for peer in peers:
            connection = await Connection.open(peer.server.address)
            body = orjson.loads(await connection.send(peer.requests[question]))
            await connection.close()
            if body.get("errors"):
                raise RuntimeError(f"{peer.name}, {question}: {str(body['errors'])[:500]}")
            answer = comparable(body["data"])
            if expected.setdefault(peer.database, answer) != answer:
                raise RuntimeError(
                    f"{peer.name} on {peer.database} answers something else: {question}\n"
                    f"{str(answer)[:2000]}\n{str(expected[peer.database])[:2000]}"
                )


async def _measure(peers: Sequence[Peer]) -> Found:
    """Ask each server in turns, from another core than theirs."""
    found: Found = {(each.name, each.database): {} for each in peers}
    cores = os.sched_getaffinity(0)
    if len(cores) > 1:
        os.sched_setaffinity(0, cores - {0})
    try:
        for question in NAMES:
            for turn in range(ROUNDS + 1):
                for peer in peers:
                    measured = found[peer.name, peer.database].setdefault(question, Measured())
                    if turn:
                        await _ask(peer, question, SECONDS, measured)
                        continue
                    warm = Measured()
                    await _ask(peer, question, WARM_UP_SECONDS, warm)
                    if warm.rates[0] >= FEW_BELOW:
                        measured.clients = CLIENTS
    finally:
        os.sched_setaffinity(0, cores)
    return found


async def _ask(peer: Peer, question: str, seconds: float, measured: Measured) -> None:
    opened = [await Connection.open(peer.server.address) for _ in range(measured.clients)]
    request, waits = peer.requests[question], list[float]()
    cpu, started_at = peer.server.cpu_seconds(), time.perf_counter()
    until = started_at + seconds

    async def work(connection: Connection) -> None:
        while (asked := time.perf_counter()) < until:
            await connection.send(request)
            waits.append((time.perf_counter() - asked) * 1000)

    await asyncio.gather(*map(work, opened))
    elapsed = time.perf_counter() - started_at
    measured.rates.append(len(waits) / elapsed)
    measured.cpu_ms.append((peer.server.cpu_seconds() - cpu) * 1000 / len(waits))
    measured.waits_ms += waits
    for connection in opened:
        await connection.close()


def _share(found: Found, question: str, one: tuple[str, str], other: tuple[str, str]) -> float:
    """How many times as many answers one gives for the same time of its own processor: the middle
    of the rounds, each in turns. What else the machine does is hardly in it.
    """
    pairs = zip(found[one][question].cpu_ms, found[other][question].cpu_ms, strict=True)
    return median(theirs / mine for mine, theirs in pairs if mine)


def _tell_reads(section: Section, found: Found, memory: Mapping[tuple[str, str], int]) -> None:
    for question, name in NAMES.items():
        section.say(f"**{name.capitalize()}**")
        rows: list[tuple[object, ...]] = []
        for (peer, database), measured in found.items():
            each = measured[question]
            share = _share(found, question, (peer, database), (BARE, database))
            rows.append(
                (
                    f"{peer}, {database}",
                    f"{median(each.rates):.0f}",
                    f"{median(each.cpu_ms):.2f}",
                    f"{share:.2f}",
                    f"{percentile(each.waits_ms, 99):.0f}"
                    + ("" if each.clients == CLIENTS else f" ({each.clients})"),
                    f"{memory[peer, database] / 1024:.0f}",
                )
            )
        header = ("server", "requests/s", "its CPU, ms each", "of bare", "p99, ms", "MiB")
        section.table(header, rows)
    section.say(
        f"{CONTACTS:,} contacts, the same rows on SQLite and PostgreSQL 15; every server is one "
        f"process on one core, {CLIENTS} clients ({FEW_CLIENTS} where fewer than {FEW_BELOW:.0f} a "
        f"second are answered) and PostgreSQL on the other; {ROUNDS} rounds of {SECONDS:g} s in "
        "turns. Before that all answers were compared with Carnet's. The bare route: Starlette,"
        " hand-written SQL (SQLite without a thread between), orjson, no permissions. "
        "PostGraphile answers an invoice's lines as the text they are stored as. Shares are of "
        "answers for the same time of the server's own processor; PostgreSQL's is not in it."
    )
    shares = {
        (question, database): _share(found, question, (CARNET, database), (BARE, database))
        for question in NAMES
        for database in DATABASES
    }
    section.table(
        ("Carnet's share of the bare route", *DATABASES),
        [
            (name, *(f"{shares[question, database]:.2f}" for database in DATABASES))
            for question, name in NAMES.items()
        ],
    )
    page = shares["page", "SQLite"]
    section.target(
        "the page of 50 contacts at no less than half of the bare route, on SQLite",
        f"{page:.2f}",
        met=page >= LEAST_OF_BARE,
    )
    (question, database), least = min(shares.items(), key=lambda each: each[1])
    below = [
        f"{NAMES[question]}, {database}: {share:.2f}"
        for (question, database), share in sorted(shares.items(), key=lambda each: each[1])
        if share < LEAST_OF_BARE_ANYWHERE
    ]
    section.target(
        "no question under a third of the bare route",
        "; ".join(below) or f"{least:.2f} at least ({NAMES[question]}, {database})",
        met=not below,
    )
    times = _share(found, "page", (CARNET, "PostgreSQL"), (PG, "PostgreSQL"))
    section.target(
        f"the page at no less than {LEAST_OF_POSTGRAPHILE:g} times PostGraphile's answers",
        f"{times:.2f}",
        met=times >= LEAST_OF_POSTGRAPHILE,
    )


def _tell_plans(section: Section, plans: Sequence[Mapping[str, object]]) -> None:
    """Say what the interface's operations are answered by, and what their plans cost."""
    unplanned = {str(each["operation"]): each["reason"] for each in plans if each["reason"]}
    cold = sorted((float(str(each["cold_ms"])), str(each["operation"])) for each in plans)
    slowest_ms, slowest = cold[-1]
    section.say(
        f"The interface's {len(plans)} queries and subscriptions; without a plan: "
        + (", ".join(f"{name} ({why})" for name, why in unplanned.items()) or "none")
        + f". A plan, cold: {median(each for each, _ in cold):.2f} ms in the middle, "
        f"{slowest_ms:.2f} ms at most (`{slowest}`)."
    )
    reads = {name for name in unplanned if not name.startswith("explorer/")}
    section.target("no list or detail read falls back", str(len(reads)), met=not reads)
    section.target(
        f"a cold plan under {MOST_COLD_MS:g} ms",
        f"{slowest_ms:.2f} ms",
        met=slowest_ms < MOST_COLD_MS,
    )


def _tell_refusals(section: Section, refused: Mapping[str, float]) -> None:
    section.table(
        ("built to cost much", "ms until refused"),
        [(name, f"{taken:.1f}") for name, taken in refused.items()],
    )
    slowest = max(refused, key=lambda name: refused[name])
    section.target(
        f"refused in under {MOST_REFUSAL_MS:g} ms",
        f"{refused[slowest]:.1f} ms ({slowest})",
        met=refused[slowest] < MOST_REFUSAL_MS,
    )
