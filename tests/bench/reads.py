"""b. How lists, searches and sorts take as the book grows from a thousand contacts to a million."""

from __future__ import annotations

import sqlite3
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from statistics import median
from typing import Any

from tests.bench.books import Book, book_of
from tests.bench.load import Connection, graphql_request, timed
from tests.bench.report import Section
from tests.bench.server import Server, carnet

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS, REPEATS = 5, 40
PAGE = 50
FAR_PAGE = 500
LARGEST_GROWTH = 2.0

LIST = """
query List($filter: ContactFilter, $sort: ContactSort, $after: String, $offset: Int) {
  contacts(first: 50, filter: $filter, sort: $sort, after: $after, offset: $offset) {
    edges { node {
      id displayName company primaryEmail { address } primaryPhone { display } labels { name color }
    } }
    pageInfo { endCursor }
  }
}
"""
Variables = dict[str, Any]


def _sorted_by(field: str, direction: str = "ASC") -> Variables:
    return {"sort": {"field": field, "direction": direction}}


@dataclass(frozen=True, slots=True)
class Served:
    """A book's server, and what it is asked: by name, requests that are sent in turn."""

    connection: Connection
    requests: dict[str, list[bytes]]


async def measure() -> Section:
    """Measure the sizes in turns, each on a server of its own."""
    figures: dict[str, list[float]] = {}
    async with AsyncExitStack() as stack:
        started = [await _started(stack, await book_of(size)) for size in SIZES]
        # Opened together: a server closes a connection on which nothing is asked for long.
        served = [await _served(stack, *each) for each in started]
        for turn in range(1 + ROUNDS):
            for name in served[0].requests:
                found = [await _p50(each, name) for each in served]
                if turn:
                    figures[name] = list(map(min, figures.get(name, found), found))
    return _section(figures)


async def _started(stack: AsyncExitStack, book: Book) -> tuple[Book, str, Server]:
    settings = {"CARNET_API_POINTS_PER_MINUTE": "0", "CARNET_RUN_JOBS": "false"}
    server = await stack.enter_async_context(carnet(book.data_dir, **settings))
    return book, await book.token(), server


async def _served(stack: AsyncExitStack, book: Book, token: str, server: Server) -> Served:
    connection = await Connection.open(server.address)
    stack.push_async_callback(connection.close)
    questions = await _questions(connection, token, book)
    return Served(
        connection,
        {
            name: [graphql_request(LIST, variables, token) for variables in asked]
            for name, asked in questions.items()
        },
    )


async def _questions(connection: Connection, token: str, book: Book) -> dict[str, list[Variables]]:
    """Return what is asked, by its name: a list of variables asked in turn."""
    far = min(FAR_PAGE, book.contacts // PAGE - 1)
    variables = {**_sorted_by("GIVEN_NAME"), "offset": (far - 1) * PAGE}
    _, data = await timed(connection, graphql_request(LIST, variables, token))
    after = data["contacts"]["pageInfo"]["endCursor"]  # type: ignore[index]
    return {
        "first page": [_sorted_by("GIVEN_NAME")],
        "page 500 (the last of 1,000)": [{**_sorted_by("GIVEN_NAME"), "after": after}],
        **{f"search: {name}": asked for name, asked in _searches(book).items()},
        **{
            f"sort: {field.lower().replace('_', ' ')}, descending": [_sorted_by(field, "DESC")]
            for field in ("GIVEN_NAME", "FAMILY_NAME", "COMPANY", "LAST_ACTIVITY", "CREATED")
        },
    }


def _searches(book: Book) -> dict[str, list[Variables]]:
    """Return searches for pieces of what random contacts really hold."""
    with closing(sqlite3.connect(book.file)) as connection:
        rows = connection.execute(
            "SELECT c.family_name, e.address, p.digits FROM contact c"
            " JOIN contact_email e ON e.contact_id = c.id AND e.position = 0"
            " JOIN contact_phone p ON p.contact_id = c.id AND p.position = 0"
            " WHERE c.family_name IS NOT NULL AND c.id % (? / 20) = 0 LIMIT 20",
            (book.contacts,),
        ).fetchall()
    if not rows:
        raise RuntimeError("the demo has no contact with a name, an e-mail and a phone")
    texts = {
        "two letters of a name": [family[:2] for family, _, _ in rows],
        "three letters of a name": [family[:3] for family, _, _ in rows],
        "a family name": [family for family, _, _ in rows],
        "an e-mail": [address for _, address, _ in rows],
        "half a phone number": [digits[-6:] for _, _, digits in rows],
        "nothing that exists": ["zqxjkvw"],
    }
    return {
        name: [{**_sorted_by("GIVEN_NAME"), "filter": {"search": text}} for text in found]
        for name, found in texts.items()
    }


async def _p50(served: Served, name: str) -> float:
    requests = served.requests[name]
    return median(
        [
            (await timed(served.connection, requests[turn % len(requests)]))[0]
            for turn in range(REPEATS)
        ]
    )


def _section(figures: dict[str, list[float]]) -> Section:
    section = Section("b", "Lists, searches and sorts, p50 in milliseconds")
    growth = {name: values[-1] / values[0] for name, values in figures.items()}
    section.table(
        ("POST /graphql, 50 contacts", *(f"{size:,}" for size in SIZES), "growth"),
        [
            (name, *(f"{value:.1f}" for value in values), f"{growth[name]:.2f}×")
            for name, values in figures.items()
        ],
    )
    section.say(
        f"One connection to each book. {ROUNDS} rounds after one to warm up: in each, line by "
        f"line, {REPEATS} requests to every book in turn. Told is the smallest p50 of a round, so "
        "that what else the machine did meanwhile counts for no book more than for another. "
        "Searches in turn for pieces of 20 contacts spread over the book, sorted by given name. "
        "Page 500 is reached by its keyset cursor."
    )
    worst = max(growth, key=lambda name: growth[name])
    section.target(
        f"at {SIZES[-1]:,} contacts at most twice the figure at {SIZES[0]:,}",
        f"{growth[worst]:.2f}× at worst ({worst})",
        met=growth[worst] <= LARGEST_GROWTH,
    )
    return section
