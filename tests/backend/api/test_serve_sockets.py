"""``/graphql`` over WebSocket: the graphql-transport-ws protocol, byte by byte."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from backend.api.origins import Origins
from backend.api.sharing import KEPT_EVENTS
from backend.api.sockets import connection
from backend.api.sockets.endpoint import SocketEndpoint
from backend.api.sockets.flow import BURST
from backend.core.change_log import current_cursor
from backend.core.permissions import Role
from backend.core.unit_of_work import unit_of_work
from tests.backend.api.sample import Executions, Written, actor
from tests.backend.core.facts import ThingMade, write_fact
from tests.fixtures.api import serving

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL

PROTOCOL = "graphql-transport-ws"
INIT = {"type": "connection_init"}
ME = {"query": "{ me }"}
TICKS = "subscription ($after: String) { ticks(after: $after) { cursor } }"

FOLLOW = {"type": "subscribe", "id": "1", "payload": {"query": TICKS}}


class Client:
    """One socket, spoken to in whole messages."""

    def __init__(self, socket):
        self.socket = socket

    async def send(self, *messages):
        for message in messages:
            await self.socket.send(
                message if isinstance(message, str | bytes) else json.dumps(message)
            )

    async def receive(self):
        async with asyncio.timeout(5):
            frame = await self.socket.recv()
        assert isinstance(frame, str), "clients refuse binary frames"
        return json.loads(frame)

    async def subscribe(self, key, document, **variables):
        payload = {"query": document, "variables": variables}
        await self.send({"type": "subscribe", "id": key, "payload": payload})

    async def closed(self):
        """Read on until the server closes; its code and reason."""
        with suppress(ConnectionClosed):
            async with asyncio.timeout(10):
                while True:
                    await self.socket.recv()
        return self.socket.close_code, self.socket.close_reason


@pytest.fixture
async def address(database, engine):
    """The sample schema behind a socket."""
    endpoint = SocketEndpoint(engine, Origins("http://carnet.example.org", ()))
    async with serving(Starlette(routes=[WebSocketRoute("/graphql", endpoint.serve)])) as address:
        yield address.replace("http", "ws") + "/graphql"


@pytest.fixture
def open_socket(address):
    """Open a socket of a member: ``async with open_socket() as client``."""

    @asynccontextmanager
    async def open_one(*, cookie="one", protocol=PROTOCOL, headers=None, init=True, **options):
        sent = {"cookie": f"carnet_session={cookie}"} if cookie else {}
        async with connect(
            address,
            subprotocols=[protocol] if protocol else None,
            additional_headers=sent | (headers or {}),
            **options,
        ) as socket:
            client = Client(socket)
            if init:
                await client.send(INIT)
                assert await client.receive() == {"type": "connection_ack"}
            yield client

    return open_one


async def test_a_query_a_mutation_and_a_subscription_go_over_one_socket(open_socket):
    async with open_socket() as client:
        await client.subscribe("q", "{ me }")
        answer = await client.receive()
        assert (answer["id"], answer["type"]) == ("q", "next")
        assert answer["payload"]["data"] == {"me": "Person 1"}
        assert await client.receive() == {"id": "q", "type": "complete"}
        await client.subscribe("m", 'mutation { write(input: {name: "a"}) { thing { name } } }')
        assert (await client.receive())["payload"]["data"]["write"]["thing"] == {"name": "a"}
        assert (await client.receive())["type"] == "complete"
        await client.subscribe("s", TICKS, after=await current_cursor(1))
        await asyncio.sleep(0.05)
        await write_fact(1, 1)
        answer = await client.receive()
        assert (answer["id"], answer["type"]) == ("s", "next")


async def test_a_wrong_operation_is_an_error_message_and_the_socket_stays(open_socket):
    async with open_socket() as client:
        for key, document in (("1", "{"), ("2", "{ nothing }"), ("3", "subscription { nothing }")):
            await client.subscribe(key, document)
            answer = await client.receive()
            assert (answer["id"], answer["type"]) == (key, "error")
            assert answer["payload"][0]["extensions"]["code"].startswith("GRAPHQL_")
        await client.subscribe("4", "{ me }")
        assert (await client.receive())["type"] == "next"


async def test_ping_is_answered_before_and_after_the_handshake(open_socket):
    async with open_socket(init=False) as client:
        await client.send({"type": "ping", "payload": {"n": 1}})
        assert await client.receive() == {"type": "pong", "payload": {"n": 1}}
        await client.send(INIT, {"type": "ping"})
        assert await client.receive() == {"type": "connection_ack"}
        assert await client.receive() == {"type": "pong"}


@pytest.mark.parametrize(
    ("messages", "code", "reason"),
    [
        (["nope"], 4400, "A message is JSON."),
        (["[]"], 4400, "A message is an object with a type."),
        (['{"type": 7}'], 4400, "A message is an object with a type."),
        ([b'{"type": "ping"}'], 4400, "Send text frames."),
        ([{"type": "start"}], 4400, "Unknown message type."),
        ([INIT, INIT], 4429, "Too many initialisation requests"),
        ([{"type": "connection_init", "payload": []}], 4400, None),
        ([{"type": "subscribe", "id": "1", "payload": ME}], 4401, "Unauthorized"),
        ([INIT, {"type": "subscribe", "payload": ME}], 4400, "This message needs an id."),
        ([INIT, {"type": "subscribe", "id": 1, "payload": ME}], 4400, None),
        ([INIT, {"type": "subscribe", "id": "x" * 200, "payload": ME}], 4400, None),
        ([INIT, {"type": "subscribe", "id": "1"}], 4400, None),
        ([INIT, {"type": "subscribe", "id": "1", "payload": {"query": 7}}], 4400, None),
        ([INIT, FOLLOW, FOLLOW], 4409, "Subscriber for 1 already exists"),
        ([{**INIT, "payload": {"authorization": "Bearer wrong"}}], 4403, "Forbidden"),
        ([{**INIT, "payload": {"authorization": 7}}], 4403, "Forbidden"),
    ],
)
async def test_what_breaks_the_protocol_closes_the_socket_with_its_code(
    open_socket, messages, code, reason
):
    async with open_socket(init=False) as client:
        await client.send(*messages)
        found = await client.closed()
        assert found[0] == code
        assert reason is None or found[1] == reason


async def test_nobody_is_let_in_signed_out(open_socket):
    async with open_socket(cookie=None, init=False) as client:
        await client.send(INIT)
        assert await client.closed() == (4401, "Unauthorized")


async def test_a_token_in_the_handshake_wins_over_the_cookie(open_socket):
    async with open_socket(init=False) as client:
        await client.send({"type": "connection_init", "payload": {"authorization": "Bearer two"}})
        await client.receive()
        await client.subscribe("1", "{ me }")
        assert (await client.receive())["payload"]["data"] == {"me": "Person 2"}


async def test_a_socket_that_says_nothing_is_closed(open_socket, monkeypatch):
    monkeypatch.setattr(connection, "INIT_SECONDS", 0.1)
    async with open_socket(init=False) as client:
        assert await client.closed() == (4408, "Connection initialisation timeout")


@pytest.mark.parametrize("protocol", ["graphql-ws", "chat", None])
async def test_other_protocols_are_not_spoken(open_socket, protocol):
    async with open_socket(protocol=protocol, init=False) as client:
        assert (await client.closed())[0] == 4406


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
async def test_a_page_of_another_site_cannot_open_a_socket(open_socket, origin):
    with pytest.raises(InvalidStatus) as refused:
        async with open_socket(headers={"origin": origin}):
            pass
    assert refused.value.response.status_code == 403


async def test_our_own_page_can(open_socket, address):
    async with open_socket(headers={"origin": "http://carnet.example.org"}):
        pass
    async with open_socket(
        headers={"origin": address.replace("ws", "http").removesuffix("/graphql")}
    ):
        pass


async def test_a_client_that_answers_no_ping_is_gone(open_socket, monkeypatch):
    monkeypatch.setattr(connection, "PING_SECONDS", 0.1)
    async with open_socket() as client:
        assert await client.receive() == {"type": "ping"}
        await client.send({"type": "pong"})
        assert await client.receive() == {"type": "ping"}
        assert await client.closed() == (1001, "No answer to ping")


async def test_complete_ends_a_subscription_and_its_id_is_free_again(open_socket):
    async with open_socket() as client:
        for _ in range(3):
            await client.subscribe("s", TICKS, after=await current_cursor(1))
            await Executions.reach(1)
            await client.send({"type": "complete", "id": "s"})
            await Executions.reach(0)
        await client.send({"type": "complete", "id": "never seen"}, {"type": "ping"})
        assert await client.receive() == {"type": "pong"}


async def test_a_client_that_disappears_leaves_nothing_running(open_socket, engine):
    for _ in range(10):
        async with open_socket() as client:
            await client.subscribe("s", TICKS)
            await asyncio.sleep(0.01)
            client.socket.transport.abort()
    await Executions.reach(0)
    async with asyncio.timeout(10):
        while len(engine.shared) or engine.watch._watched:
            await asyncio.sleep(0.02)


async def test_a_client_that_disappears_in_the_middle_of_a_write_has_written(open_socket):
    async with open_socket() as client:
        await client.subscribe("m", 'mutation { write(input: {name: "kept"}) { cursor } }')
        await asyncio.sleep(0.02)
        client.socket.transport.abort()
    await asyncio.sleep(0.2)
    assert Written.names == ["kept"]


async def test_a_flooding_socket_is_cut_off_and_the_others_are_served(open_socket):
    async with open_socket() as flood, open_socket(cookie="two") as calm:
        with suppress(ConnectionClosed):
            for _ in range(BURST * 3):
                await flood.send({"type": "pong"})
        assert (await flood.closed()) == (1008, "Too many messages.")
        await calm.subscribe("1", "{ me }")
        assert (await calm.receive())["payload"]["data"] == {"me": "Person 2"}


async def test_a_frame_over_a_megabyte_is_cut_off(open_socket):
    async with open_socket() as client:
        await client.subscribe("1", "{ me }", filler="x" * 1_100_000)
        assert (await client.closed())[0] == 1009


async def test_only_so_many_operations_run_at_once(open_socket, monkeypatch):
    monkeypatch.setattr(connection, "MAX_OPERATIONS", 3)
    async with open_socket() as client:
        for number in range(4):
            await client.subscribe(str(number), TICKS)
        answer = await client.receive()
        assert (answer["id"], answer["type"]) == ("3", "error")
        assert answer["payload"][0]["extensions"]["code"] == "TOO_MANY_OPERATIONS"
        await client.send({"type": "complete", "id": "0"})
        await client.subscribe("again", "{ me }")
        assert (await client.receive())["type"] == "next"


@pytest.mark.parametrize(("change", "code"), [("gone", 4403), ("role", 1012)])
async def test_who_may_no_longer_listen_is_cut_off_within_a_second(
    open_socket, everyone, change, code
):
    async with open_socket() as client, open_socket(cookie="two") as other:
        await client.subscribe("s", TICKS)
        if change == "gone":
            del everyone.actors["one"]
        else:
            everyone.actors["one"] = actor(1, role=Role.VIEWER)
        async with asyncio.timeout(1):
            assert (await client.closed())[0] == code
        await other.subscribe("1", "{ me }")
        assert (await other.receive())["type"] == "next"


async def test_a_socket_that_is_not_read_is_closed_and_memory_stays(open_socket, engine):
    document = "subscription { ticks(filler: 100000) { filler cursor } }"
    async with (
        open_socket(max_size=None, compression=None) as client,
        open_socket(cookie="two", max_size=None) as fast,
    ):
        await client.subscribe("s", document)
        await fast.subscribe("s", document)
        await asyncio.sleep(0.1)
        client.socket.transport.pause_reading()
        for _ in range(4):
            async with unit_of_work(actor()) as unit:
                unit.record_many(ThingMade(number + 1) for number in range(KEPT_EVENTS // 2))
            for _ in range(KEPT_EVENTS // 2):
                assert (await fast.receive())["type"] == "next"
        (stream,) = engine.shared._streams.values()
        assert len(stream.events) == KEPT_EVENTS
        client.socket.transport.resume_reading()
        assert await client.closed() == (1013, "Events came faster than they were read")
