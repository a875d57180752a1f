"""j. The contact page: a contact with much to show against one without anything."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import orjson

from tests.bench.books import book_of, module
from tests.bench.busy_contact import ENTRIES, FILES, MESSAGES, NOTES, TASKS
from tests.bench.load import Connection, graphql_request, timed
from tests.bench.report import Section
from tests.bench.server import ROOT, carnet

CONTACTS = 100_000
REPEATS, WARM_UPS = 40, 5
MOST_MS, MOST_TIMES = 50, 3.0
PAGE = ROOT / "frontend" / "operations" / "contacts" / "contact_page.graphql"
TIMELINE = """
query Timeline($id: ID!, $first: Int!, $after: String, $topics: [TimelineTopic!]) {
  contactTimeline(contactId: $id, first: $first, after: $after, topics: $topics) {
    edges { node {
      cursor at kind topic subjectId title excerpt payload
      actor { kind name }
      changes { field name type before after }
    } }
    pageInfo { endCursor hasNextPage }
  }
}
"""
DEEP_PAGES = 20
TABS = ("timeline", "notes", "messages", "projects")
Variables = dict[str, Any]


async def measure() -> Section:
    """Measure both contacts on a server of their own."""
    plain = await book_of(CONTACTS)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(plain.data_dir, folder, dirs_exist_ok=True)
        book = replace(plain, data_dir=Path(folder))
        ids = orjson.loads(await module(book.data_dir, "tests.bench.busy_contact"))
        token = await book.token()
        async with carnet(
            book.data_dir, CARNET_API_POINTS_PER_MINUTE="0", CARNET_RUN_JOBS="false"
        ) as server:
            connection = await Connection.open(server.address)
            figures = {name: await _figures(connection, token, key) for name, key in ids.items()}
            await connection.close()
    return _section(figures)


async def _figures(connection: Connection, token: str, key: str) -> dict[str, float]:
    """Return the p50 of each question about a contact."""
    deep = {"id": key, "first": 50, "after": await _deep_cursor(connection, token, key)}
    asked: dict[str, tuple[str, Variables]] = {
        **{f"the page, on its {tab} tab": (PAGE.read_text(), _page(key, tab)) for tab in TABS},
        "timeline, the newest 50": (TIMELINE, {"id": key, "first": 50}),
        f"timeline, page {DEEP_PAGES}": (TIMELINE, deep),
        "timeline, tasks only": (TIMELINE, {"id": key, "first": 50, "topics": ["TASK"]}),
    }
    return {
        name: await _p50(connection, graphql_request(document, variables, token))
        for name, (document, variables) in asked.items()
    }


def _page(key: str, tab: str) -> Variables:
    """Return the variables of the page's operation with one of its tabs open."""
    return {"id": key, **{each: each == tab for each in TABS}}


async def _deep_cursor(connection: Connection, token: str, key: str) -> str | None:
    """Return the cursor before a page far down; None where the timeline is shorter."""
    cursor: str | None = None
    for _ in range(DEEP_PAGES - 1):
        variables = {"id": key, "first": 50, "after": cursor}
        _, data = await timed(connection, graphql_request(TIMELINE, variables, token))
        page = data["contactTimeline"]["pageInfo"]  # type: ignore[index]
        if not page["hasNextPage"]:
            return cursor
        cursor = page["endCursor"]
    return cursor


async def _p50(connection: Connection, request: bytes) -> float:
    for _ in range(WARM_UPS):
        await timed(connection, request)
    return median([(await timed(connection, request))[0] for _ in range(REPEATS)])


def _section(figures: dict[str, dict[str, float]]) -> Section:
    section = Section("j", "The contact page, p50 in milliseconds")
    busy, empty = figures["busy"], figures["empty"]
    section.table(
        ("POST /graphql", "nothing to show", "much to show"),
        [(name, f"{empty[name]:.1f}", f"{taken:.1f}") for name, taken in busy.items()],
    )
    section.say(
        f"In a book of {CONTACTS:,} contacts, one with {ENTRIES:,} entries in its timeline, "
        f"{MESSAGES} messages, {NOTES} notes, {FILES} files and {TASKS} tasks, and one just made; "
        f"one connection, {REPEATS} requests each after {WARM_UPS} to warm up. A page of the busy "
        "one's answers with thirty entries, twenty files and twenty tasks where the other's has "
        "one entry."
    )
    pages = [name for name in busy if name.startswith("the page")]
    slowest = max(pages, key=lambda name: busy[name])
    times = max(busy[name] / empty[name] for name in pages)
    section.target(
        f"the page opens under {MOST_MS} ms, at most {MOST_TIMES:g}× the empty one's time",
        f"{busy[slowest]:.1f} ms, {times:.2f}×",
        met=busy[slowest] < MOST_MS and times < MOST_TIMES,
    )
    return section
