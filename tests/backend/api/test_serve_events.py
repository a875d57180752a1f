"""``/graphql`` over server-sent events: one operation per connection."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from backend.api import sse
from backend.api.http import HttpEndpoint
from backend.api.origins import Origins
from backend.core.change_log import current_cursor
from tests.backend.api.sample import Executions
from tests.backend.core.facts import write_fact
from tests.fixtures.api import serving

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL

TICKS = "subscription ($after: String) { ticks(after: $after) { cursor } }"
EVENTS = {"accept": "text/event-stream", "cookie": "carnet_session=one"}


@pytest.fixture
async def http(database, engine):
    endpoint = HttpEndpoint(engine, Origins("http://carnet.example.org", ()))
    routes = [Route("/graphql", endpoint, methods=["GET", "POST"])]
    async with (
        serving(Starlette(routes=routes)) as address,
        httpx2.AsyncClient(base_url=address, timeout=20) as client,
    ):
        yield client


class Stream:
    """The events of one response."""

    def __init__(self, lines):
        self.lines = lines

    async def next_event(self):
        """The name and data of the next event, or a comment."""
        name, data = None, None
        async with asyncio.timeout(5):
            async for line in self.lines:
                if not line:
                    return name, json.loads(data) if data else data
                key, _, value = line.partition(":")
                if key == "":
                    name = "comment"
                elif key == "event":
                    name = value.strip()
                else:
                    data = value.strip()
        raise EOFError


@asynccontextmanager
async def events(http, document, *, method="POST", headers=EVENTS, **variables):
    asked = {"query": document, "variables": variables}
    if method == "GET":
        asked["variables"] = json.dumps(variables)
    how = {"json": asked} if method == "POST" else {"params": asked}
    async with http.stream(method, "/graphql", headers=headers, **how) as response:
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert response.headers["cache-control"] == "no-store"
        stream = Stream(response.aiter_lines())
        assert await stream.next_event() == ("comment", None)
        yield stream


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_subscription_streams_and_ends_with_its_reader(http, engine, method):
    start = await current_cursor(1)
    async with events(http, TICKS, method=method, after=start) as stream:
        for number in (1, 2):
            await write_fact(1, number)
            name, answer = await stream.next_event()
            assert name == "next"
            assert answer["data"]["ticks"]["cursor"]
        assert Executions.open == 1
    await Executions.reach(0)
    assert len(engine.shared) == 0


async def test_a_query_and_a_mutation_answer_once_and_complete(http):
    write = 'mutation { write(input: {name: "a"}) { thing { name } } }'
    for document, data in (
        ("{ me }", {"me": "Person 1"}),
        (write, {"write": {"thing": {"name": "a"}}}),
    ):
        async with events(http, document) as stream:
            name, answer = await stream.next_event()
            assert (name, answer["data"]) == ("next", data)
            assert await stream.next_event() == ("complete", "")


async def test_a_mutation_may_not_come_by_get(http):
    document = 'mutation { write(input: {name: "a"}) { cursor } }'
    async with events(http, document, method="GET") as stream:
        _, answer = await stream.next_event()
        assert answer["errors"][0]["extensions"]["code"] == "OPERATION_NOT_ALLOWED"


async def test_a_refused_operation_is_an_answer_and_the_end(http):
    async with events(http, "{ nothing }") as stream:
        name, answer = await stream.next_event()
        assert name == "next"
        assert "data" not in answer
        assert (await stream.next_event())[0] == "complete"


async def test_comments_keep_a_quiet_stream_open(http, monkeypatch):
    monkeypatch.setattr(sse, "KEEP_ALIVE_SECONDS", 0.05)
    async with events(http, TICKS, after=await current_cursor(1)) as stream:
        for _ in range(3):
            assert await stream.next_event() == ("comment", None)
        await write_fact(1, 1)
        while (event := await stream.next_event())[0] == "comment":
            pass
        assert event[0] == "next"


async def test_who_may_no_longer_listen_is_told_and_cut_off(http, everyone):
    async with events(http, TICKS) as stream:
        await asyncio.sleep(0.05)
        del everyone.actors["one"]
        async with asyncio.timeout(1):
            _, answer = await stream.next_event()
        assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_another_site_cannot_open_a_stream_with_a_cookie(http):
    response = await http.post(
        "/graphql",
        json={"query": TICKS},
        headers=EVENTS | {"origin": "https://evil.example"},
    )
    assert response.status_code == 403
    assert response.headers["content-type"].startswith("application/json")
