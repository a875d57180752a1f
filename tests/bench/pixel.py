"""c. From a change in one session to the pixel in another, with 1, 50 and 200 live sessions."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from playwright.async_api import Page

from tests.bench.books import book_of
from tests.bench.chromium import signed_in_window
from tests.bench.load import Connection, graphql_request, percentile, timed
from tests.bench.people import sign_in
from tests.bench.report import Section
from tests.bench.server import carnet
from tests.bench.viewers import viewing

CONTACTS = 10_000
SESSIONS = (1, 50, 200)
CHANGES = 200
PAUSE_SECONDS = 0.05
LONGEST_P99_MS = 150
PATH = "/contacts"

READ = "query Read($id: ID!) { contact(id: $id) { version } }"
CHANGE = """
mutation Change($input: UpdateContactInput!) {
  updateContact(input: $input) { contact { version } errors { code } }
}
"""
# Resolves when the text has been painted: the frame after the one in which it was found.
PAINTED = """
(text) => new Promise((done) => {
  const found = () => document.getElementById("contacts-grid").textContent.includes(text);
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
    channel.port2.postMessage(0);
  });
  if (found()) return painted();
  const watch = new MutationObserver(() => { if (found()) { watch.disconnect(); painted(); } });
  watch.observe(document.getElementById("contacts-grid"),
    { childList: true, subtree: true, characterData: true });
})
"""


async def measure() -> Section:
    """Measure each number of sessions; one of them is a real browser window."""
    book = await book_of(CONTACTS)
    token = await book.token()
    rows = []
    async with carnet(book.data_dir, CARNET_API_POINTS_PER_MINUTE="0") as server:
        cookie = await sign_in(server.address)
        for sessions in SESSIONS:
            async with (
                viewing(server.address, cookie, sessions - 1, PATH),
                signed_in_window(server.address, cookie) as (page, _),
            ):
                await page.goto(server.address + PATH)
                await page.wait_for_selector(".grid-row[data-id]")
                await page.wait_for_selector("html[data-live]")
                rows.append((sessions, await _delays(server.address, token, page)))
    return _section(rows)


async def _delays(address: str, token: str, page: Page) -> list[float]:
    """Change a visible contact again and again; return the milliseconds until each is painted."""
    connection = await Connection.open(address)
    contact = await page.locator(".grid-row[data-id]").nth(3).get_attribute("data-id")
    _, data = await timed(connection, graphql_request(READ, {"id": contact}, token))
    version = data["contact"]["version"]  # type: ignore[index]
    delays = []
    for number in range(CHANGES):
        company = f"Atelier {number} of {time.time_ns()}"
        painted = asyncio.create_task(page.evaluate(PAINTED, company))
        await asyncio.sleep(PAUSE_SECONDS)  # the observer is in place
        asked = {"input": {"id": contact, "version": version, "company": company}}
        started = time.time() * 1000
        _, changed = await timed(connection, graphql_request(CHANGE, asked, token))
        version = _new_version(changed)
        delays.append(await painted - started)
    await connection.close()
    return delays


def _new_version(data: dict[str, Any]) -> int:
    payload = data["updateContact"]
    if payload["errors"]:
        raise RuntimeError(str(payload["errors"]))
    version: int = payload["contact"]["version"]
    return version


def _section(rows: list[tuple[int, list[float]]]) -> Section:
    section = Section("c", "From a change in one session to the pixel in another, milliseconds")
    section.table(
        ("live sessions", "p50", "p99", "slowest"),
        [
            (
                sessions,
                f"{percentile(delays, 50):.0f}",
                f"{percentile(delays, 99):.0f}",
                f"{max(delays):.0f}",
            )
            for sessions, delays in rows
        ],
    )
    section.say(
        f"{CHANGES} changes of a contact that every session shows, each sent by `updateContact` as "
        "the last was painted. From the moment the mutation is sent until a Chromium window has "
        "painted the row; the other sessions are sockets that read all they are sent, compressed, "
        "on the same cores."
    )
    sessions, delays = rows[-1]
    p99 = percentile(delays, 99)
    section.target(
        f"p99 under {LONGEST_P99_MS} ms at {sessions} sessions",
        f"{p99:.0f} ms",
        met=p99 < LONGEST_P99_MS,
    )
    return section
