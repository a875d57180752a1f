"""One event to many subscribers with the same selection."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median

import orjson

from frontend.operations import load
from tests.bench.books import book_of
from tests.bench.listeners import listening
from tests.bench.load import Connection, graphql_request, timed
from tests.bench.server import Server, carnet

CONTACTS = 1_000
EVENTS, WARM_UPS = 20, 3
FOLLOW = load("contacts/contact_changed").document
FIRST = "{ contacts(first: 1) { edges { node { id version } } } }"
CHANGE = """mutation ($input: UpdateContactInput!) {
  updateContact(input: $input) { contact { version } errors { code } } }"""


@dataclass(frozen=True, slots=True)
class Reached:
    """What one event took: milliseconds from the mutation's sending until the last socket had it,
    and of the server's processor.
    """

    milliseconds: float
    cpu_milliseconds: float


async def fan_out(sockets: int) -> list[Reached]:
    """Send events to that many sockets, one after the other."""
    book = await book_of(CONTACTS)
    token = await book.token()
    async with carnet(
        book.data_dir, CARNET_API_POINTS_PER_MINUTE="0", CARNET_RUN_JOBS="false"
    ) as server:
        connection = await Connection.open(server.address)
        _, data = await timed(connection, graphql_request(FIRST, {}, token))
        contact = data["contacts"]["edges"][0]["node"]  # type: ignore[index]
        await connection.close()
        operation = {"query": FOLLOW, "variables": {"id": contact["id"]}}
        async with listening(server.port, token, sockets, operation) as lines:
            connection = await Connection.open(server.address)
            found = [
                await _reach(server, connection, token, contact, lines)
                for _ in range(WARM_UPS + EVENTS)
            ]
        await connection.close()
    return found[WARM_UPS:]


async def _reach(
    server: Server, connection: Connection, token: str, contact: dict[str, object], lines: object
) -> Reached:
    values = {**contact, "company": f"Studio {time.time_ns()}"}
    request = graphql_request(CHANGE, {"input": values}, token)
    cpu, at = server.cpu_seconds(), time.time()
    _, data = await timed(connection, request)
    answer = data["updateContact"]
    contact["version"] = answer["contact"]["version"]  # type: ignore[index]
    last = orjson.loads(await lines.readline())["at"]  # type: ignore[attr-defined]
    return Reached((last - at) * 1000, (server.cpu_seconds() - cpu) * 1000)


def middle(found: list[Reached]) -> Reached:
    """Return the medians."""
    return Reached(
        median(each.milliseconds for each in found), median(each.cpu_milliseconds for each in found)
    )
