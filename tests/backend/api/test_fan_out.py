"""One event for many: executed, encoded and compressed once, and read by every kind of socket."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Callable
from contextlib import AsyncExitStack, aclosing
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from websockets.asyncio.client import connect
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from backend.api import answers
from backend.api.answers import Request
from backend.api.origins import Origins
from backend.api.plans.planner import EventPlan
from backend.api.sockets import connection, shared
from backend.api.sockets.endpoint import SocketEndpoint
from backend.core.change_log import current_cursor
from backend.core.graphql.context import Credentials
from backend.core.unit_of_work import unit_of_work
from tests.backend.api.sample import Executions, actor
from tests.backend.core.facts import ThingMade
from tests.browser.windows import running

pytestmark = pytest.mark.sqlite_only  # it is about what goes out
TICKS = "subscription ($after: String) { ticks(after: $after, filler: 300) { cursor filler } }"
LARGE = TICKS.replace("300", "70000")
FOLLOWERS = 200
KINDS: dict[str, dict[str, Any]] = {
    "usual": {},
    "short window": {
        "extensions": [ClientPerMessageDeflateFactory(server_max_window_bits=9)],
        "compression": None,
    },
    "forgetful": {
        "extensions": [ClientPerMessageDeflateFactory(server_no_context_takeover=True)],
        "compression": None,
    },
    "uncompressed": {"compression": None},
    "another": {},
}


class Calls:
    """Counts the calls of a function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.count = 0
        self._function = function

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        self.count += 1
        return self._function(*arguments, **options)


async def write(count: int = 1) -> None:
    """Commit changes one by one."""
    for _ in range(count):
        async with unit_of_work(actor()) as unit:
            unit.record(ThingMade(1, "x"))


async def test_two_hundred_followers_cost_one_execution_and_one_encoding(
    database, engine, monkeypatch
):
    start = await current_cursor(1)
    async with AsyncExitStack() as stack:
        streams = []
        for number in range(FOLLOWERS):
            caller = await engine.identify(Credentials(cookie=("one", "two")[number % 2]))
            stream = engine.follow(caller, Request(TICKS, {"after": start}))
            streams.append(await stack.enter_async_context(aclosing(stream)))
        waiting = [asyncio.create_task(anext(stream)) for stream in streams]
        await Executions.reach(1)
        executed, encoded = Calls(EventPlan.complete), Calls(orjson.dumps)

        def complete(*given: Any) -> Any:
            return executed(*given)

        monkeypatch.setattr(EventPlan, "complete", complete)
        monkeypatch.setattr(answers, "orjson", SimpleNamespace(dumps=encoded))
        await write()
        found = await asyncio.gather(*waiting)
        assert len({id(answer.encoded) for answer in found}) == 1
        assert Executions.started == executed.count == encoded.count == 1


async def test_sockets_of_every_kind_read_what_is_packed_once_and_what_is_not(
    database, engine, monkeypatch
):
    endpoint = SocketEndpoint(engine, Origins("http://carnet.example.org", ()))
    app = Starlette(routes=[WebSocketRoute("/graphql", endpoint.serve)])
    monkeypatch.setattr(connection, "OWN_FRAMES", 1)
    packed = Calls(zlib.compressobj)
    stand_in = SimpleNamespace(compressobj=packed, Z_SYNC_FLUSH=zlib.Z_SYNC_FLUSH)
    monkeypatch.setattr(shared, "zlib", stand_in)
    async with running(app) as address, AsyncExitStack() as stack:
        sockets = {}
        for name, options in KINDS.items():
            sockets[name] = await stack.enter_async_context(
                connect(
                    address.replace("http", "ws") + "/graphql",
                    subprotocols=["graphql-transport-ws"],  # type: ignore[list-item]
                    additional_headers={"cookie": "carnet_session=one"},
                    **options,
                )
            )
        for name, socket in sockets.items():
            await tell(socket, {"type": "connection_init"}, heard=1)
            await follow(socket, name, TICKS)
        await Executions.reach(1)
        await write(3)
        for name, socket in sockets.items():
            events = [json.loads(await socket.recv()) for _ in range(3)]
            assert {event["id"] for event in events} == {name}
            assert len({event["payload"]["data"]["ticks"]["cursor"] for event in events}) == 3
        assert packed.count == 3
        # What a socket is told alone, and what is long, is read as well after it.
        for name, socket in sockets.items():
            await tell(socket, {"id": name, "type": "complete"})
            [answer] = await tell(
                socket, {"id": "me", "type": "subscribe", "payload": {"query": "{ me }"}}, heard=2
            )
            assert answer["payload"]["data"]["me"] == "Person 1"
            await follow(socket, f"{name}, long", LARGE)
        await Executions.reach(1)
        await write()
        for name, socket in sockets.items():
            event = json.loads(await socket.recv())
            assert event["id"] == f"{name}, long"
            assert len(event["payload"]["data"]["ticks"]["filler"]) == 70_000


async def tell(socket: Any, message: Any, *, heard: int = 0) -> list[Any]:
    """Send a message; return what is heard then, but for the last."""
    await socket.send(json.dumps(message))
    async with asyncio.timeout(5):
        return [json.loads(await socket.recv()) for _ in range(heard)][:-1]


async def follow(socket: Any, key: str, document: str) -> None:
    """Follow from now on."""
    variables = {"after": await current_cursor(1)}
    payload = {"query": document, "variables": variables}
    await tell(socket, {"id": key, "type": "subscribe", "payload": payload})
