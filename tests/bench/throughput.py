"""a. How many pages of contacts a second, against a bare route that reads the same rows."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from statistics import median
from typing import NamedTuple
from urllib.parse import urlencode

import orjson

from tests.bench.books import Book, book_of
from tests.bench.load import Connection, get_request, graphql_request, requests_per_second
from tests.bench.report import Section
from tests.bench.server import Server, carnet, free_port, running

CONTACTS = 10_000
PAGES = 20
PAGE = 50
ROUNDS = 5
SECONDS = 3.0
CONNECTIONS = 8
SMALLEST_SHARE = 0.5

PAGE_DOCUMENT = """
query Page($after: String) {
  contacts(first: 50, after: $after, sort: {field: GIVEN_NAME, direction: ASC}) {
    edges { node {
      id displayName givenName familyName company
      emails { id address kind status }
      labels { id name color }
    } }
    pageInfo { hasNextPage endCursor }
  }
}
"""


class Round(NamedTuple):
    """What a server did in one round."""

    rate: float
    cpu_ms: float
    """Its processor's time for an answer."""


async def measure() -> Section:
    """Measure both in turns, each as a process of its own."""
    book = await book_of(CONTACTS)
    token = await book.token()
    port = free_port()
    bare_command = (
        "-m",
        "uvicorn",
        "--factory",
        "tests.bench.bare_route:create_app",
        "--port",
        str(port),
        "--no-access-log",
        "--log-level",
        "warning",
    )
    api_found: list[Round] = []
    bare_found: list[Round] = []
    async with (
        carnet(book.data_dir, CARNET_API_POINTS_PER_MINUTE="0") as api,
        running(bare_command, port, "/ready", BENCH_DATABASE=str(book.file)) as bare,
    ):
        api_requests, names = await _api_pages(api.address, token)
        bare_requests = _bare_pages(book)
        await _check_same_rows(bare.address, bare_requests, names)
        for _ in range(ROUNDS):
            for server, requests, found in (
                (api, api_requests, api_found),
                (bare, bare_requests, bare_found),
            ):
                found.append(await _round(server, requests))
    return _section(api_found, bare_found)


async def _round(server: Server, requests: list[bytes]) -> Round:
    before, started = server.cpu_seconds(), time.perf_counter()
    rate = await requests_per_second(
        server.address, requests, seconds=SECONDS, connections=CONNECTIONS
    )
    answers = rate * (time.perf_counter() - started)
    return Round(rate, (server.cpu_seconds() - before) * 1000 / answers)


async def _api_pages(address: str, token: str) -> tuple[list[bytes], list[list[str]]]:
    """Return a request for each of the first pages, and the names that each shows."""
    connection = await Connection.open(address)
    requests, names = [], []
    after: str | None = None
    for _ in range(PAGES):
        request = graphql_request(PAGE_DOCUMENT, {"after": after}, token)
        answer = orjson.loads(await connection.send(request))
        if answer.get("errors"):
            raise RuntimeError(str(answer["errors"]))
        contacts = answer["data"]["contacts"]
        requests.append(request)
        names.append([edge["node"]["displayName"] for edge in contacts["edges"]])
        after = contacts["pageInfo"]["endCursor"]
    await connection.close()
    return requests, names


def _bare_pages(book: Book) -> list[bytes]:
    account_id = book.account_id()
    with closing(sqlite3.connect(book.file)) as connection:
        keys = connection.execute(
            "SELECT given_key, id FROM contact WHERE account_id = ? AND deleted_at IS NULL"
            " ORDER BY given_key, id LIMIT ?",
            (account_id, PAGES * PAGE),
        ).fetchall()
    starts = [("", 0)] + [keys[number * PAGE - 1] for number in range(1, PAGES)]
    return [
        get_request("/page?" + urlencode({"account": account_id, "key": key, "id": number}))
        for key, number in starts
    ]


async def _check_same_rows(address: str, requests: list[bytes], names: list[list[str]]) -> None:
    connection = await Connection.open(address)
    for request, expected in zip(requests, names, strict=True):
        answer = orjson.loads(await connection.send(request))
        if [node["displayName"] for node in answer["nodes"]] != expected:
            raise RuntimeError("the two servers do not answer the same rows")
    await connection.close()


def _section(api: list[Round], bare: list[Round]) -> Section:
    section = Section("a", "A page of 50 contacts with e-mails and labels, requests per second")
    rows = [(str(number), *pair) for number, pair in enumerate(zip(api, bare, strict=True), 1)]
    share = median(theirs.cpu_ms / ours.cpu_ms for _, ours, theirs in rows)
    section.table(
        ("round", "POST /graphql", "its CPU, ms each", "bare route", "its CPU, ms each", "share"),
        [
            (
                number,
                f"{ours.rate:.0f}",
                f"{ours.cpu_ms:.2f}",
                f"{theirs.rate:.0f}",
                f"{theirs.cpu_ms:.2f}",
                f"{theirs.cpu_ms / ours.cpu_ms:.2f}",
            )
            for number, ours, theirs in rows
        ],
    )
    section.say(
        f"{CONTACTS:,} contacts on SQLite, {PAGES} pages in turn over {CONNECTIONS} connections, "
        f"one process each, {SECONDS:.0f} s a round. The bare route: Starlette, three statements "
        "by aiosqlite, orjson, no permissions. Shares are of answers for the same time of the "
        "server's processor; the one told is the middle of the rounds."
    )
    section.target(
        "at least half of the bare route's answers",
        f"{share:.2f}",
        met=share >= SMALLEST_SHARE,
    )
    return section
