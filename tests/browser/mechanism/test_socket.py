"""The window socket refuses strangers, floods and oversized frames, and stays up for the others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import orjson
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

from frontend import socket as socket_module
from frontend.app import create_frontend
from frontend.routes import Registry
from tests.browser.mechanism import failing, typing
from tests.browser.mechanism.api import MemoryApi
from tests.browser.windows import OpenWindow, Serve


@pytest.fixture
async def url(serve: Serve) -> str:
    api = MemoryApi()
    return await serve(
        create_frontend(
            api.execute,
            api.subscribe,
            root=failing.FailingApp,
            registry=Registry(),
            allowed_origins=["https://carnet.example.org"],
        )
    )


def unplaced(url: str, origin: str | None = None) -> connect:
    """Open a window's socket, which has not told its place yet."""
    return connect(
        f"{url.replace('http', 'ws')}/window", origin=Origin(origin or url), max_size=None
    )


@asynccontextmanager
async def window(url: str, origin: str | None = None) -> AsyncIterator[ClientConnection]:
    async with unplaced(url, origin) as socket:
        await socket.send(place("/"))
        yield socket


def place(url: object) -> str:
    return orjson.dumps({"type": "location", "url": url}).decode()


def event_of(drawn: str | bytes, element: str) -> dict[str, Any]:
    """Return a click on an element of the first drawing."""
    found = [orjson.loads(drawn)["patches"][0]["model"]]
    while (model := found.pop()).get("attributes", {}).get("id") != element:
        found += [child for child in model.get("children", []) if isinstance(child, dict)]
    target = model["eventHandlers"]["onClick"]["target"]
    return {"type": "layout-event", "target": target, "data": [{}]}


async def closed_with(socket: ClientConnection) -> int | None:
    """Read until the server closes the socket and return its code."""
    async with asyncio.timeout(10):
        try:
            while True:
                await socket.recv()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else None


@pytest.mark.parametrize("origin", ["https://elsewhere.example.org", "null", "http://127.0.0.1"])
async def test_a_page_of_another_origin_is_refused(origin: str, url: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with window(url, origin):
            pass
    assert refused.value.response.status_code == 403


async def test_a_client_that_names_no_origin_is_refused(url: str) -> None:
    with pytest.raises(InvalidStatus):
        async with connect(f"{url.replace('http', 'ws')}/window"):
            pass


async def test_an_origin_of_the_settings_is_let_in(url: str) -> None:
    async with window(url, "https://carnet.example.org") as socket:
        message = orjson.loads(await socket.recv())
    assert message["type"] == "layout-update"
    assert message["patches"][0]["at"] == []


async def test_a_window_is_drawn_where_its_first_frame_says(url: str) -> None:
    async with unplaced(url) as socket:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await socket.recv()
        await socket.send(place("/contacts?q=ada"))
        assert "patches" in orjson.loads(await socket.recv())


async def test_a_window_that_never_tells_its_place_is_closed(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_module, "LOCATION_SECONDS", 0.2)
    async with unplaced(url) as socket:
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4408


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("{", 1003),
        ("[1]", 1003),
        ("{}", 1003),
        (b"\x00\x01", 1003),
        ('{"type": "ping"}', 1003),
        ('{"type": "layout-event", "target": "window:location", "data": [{"url": "/"}]}', 1003),
        ('{"type": "location"}', 1003),
        (place(["/"]), 1003),
        (place("/contacts?q=" + "x" * 4_000), 1009),
        ("x" * 1_100_000, 1009),
    ],
)
async def test_a_first_frame_that_tells_no_place_closes_the_socket(
    frame: str | bytes, code: int, url: str
) -> None:
    async with unplaced(url) as socket:
        await socket.send(frame)
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == code


@pytest.mark.parametrize("told", ["", "http://[", "//elsewhere.example.org/x", "not a path"])
async def test_a_place_that_is_none_is_drawn_all_the_same(told: str, url: str) -> None:
    async with unplaced(url) as socket:
        await socket.send(place(told))
        assert "patches" in orjson.loads(await socket.recv())


async def test_the_place_is_not_in_the_address_of_the_socket(
    url: str, open_window: OpenWindow
) -> None:
    opened = await open_window(None)
    addresses: list[str] = []
    opened.page.on("websocket", lambda socket: addresses.append(socket.url))
    await opened.page.goto(f"{url}/reset-password?token=secret")
    await opened.page.locator("html[data-live]").wait_for()
    assert addresses == [f"{url.replace('http', 'ws')}/window"]
    assert orjson.loads(opened.frames_sent[0]) == {
        "type": "location",
        "url": "/reset-password?token=secret",
    }


@pytest.mark.parametrize(
    ("frame", "code"),
    [("{", 1003), ("[1]", 1003), (b"\x00\x01", 1003), ("x" * 1_100_000, 1009)],
)
async def test_a_bad_frame_closes_the_socket(
    frame: str | bytes, code: int, url: str, open_window: OpenWindow
) -> None:
    bystander = await open_window(url)
    async with window(url) as socket:
        await socket.recv()
        await socket.send(frame)
        assert await closed_with(socket) == code
    await bystander.page.click("#counter")
    await bystander.page.get_by_text("Count 1").wait_for()


async def test_a_flood_is_cut_off_and_the_others_go_on(url: str, open_window: OpenWindow) -> None:
    bystander = await open_window(url)
    async with window(url) as socket:
        await socket.recv()
        event = orjson.dumps({"type": "layout-event", "target": "nothing", "data": [{}]}).decode()
        try:
            for _ in range(5000):
                await socket.send(event)
        except ConnectionClosed:
            pass
        assert await closed_with(socket) == 1008
    await bystander.page.click("#counter")
    await bystander.page.get_by_text("Count 1").wait_for()


@pytest.mark.parametrize(
    "message",
    [
        {"type": "layout-event"},
        {"type": "layout-event", "target": 7, "data": []},
        {"type": "layout-event", "target": "x" * 5000, "data": [None, [], "text"]},
        {"type": "layout-event", "target": "window:location", "data": [{"url": ["not", "text"]}]},
        {"type": "unknown"},
        {},
    ],
)
async def test_a_strange_message_is_passed_over(message: dict[str, Any], url: str) -> None:
    async with window(url) as socket:
        await socket.recv()
        await socket.send(orjson.dumps(message).decode())
        await socket.send('{"type": "ping"}')
        async with asyncio.timeout(5):
            while "pong" not in str(await socket.recv()):
                pass


async def test_the_socket_of_a_session_that_is_over_is_closed_after_it_said_where_to_go(
    url: str,
) -> None:
    async with window(url) as socket:
        await socket.send(orjson.dumps(event_of(await socket.recv(), "end")).decode())
        message = orjson.loads(await socket.recv())
        assert [(told["name"], told["url"]) for told in message["commands"]] == [
            ("load", "/sign-in?next=%2F&ended=1")
        ]
        assert await closed_with(socket) == 4403


async def test_a_window_whose_session_is_over_does_not_come_back_by_itself(
    url: str, open_window: OpenWindow
) -> None:
    opened = await open_window(url)
    addresses: list[str] = []
    opened.page.on("websocket", lambda socket: addresses.append(socket.url))
    # No content: as if the person chose to stay on the page with what they typed.
    await opened.page.route("**/sign-in*", lambda route: route.fulfill(status=204))
    await opened.page.click("#end")
    await opened.page.get_by_role("button", name="Try now").wait_for()
    await asyncio.sleep(1)
    assert addresses == []
    await opened.page.get_by_role("button", name="Try now").click()
    await opened.page.get_by_text("Connected again.").wait_for()
    assert len(addresses) == 1


async def test_windows_that_vanish_while_they_are_drawn_leave_nothing(serve: Serve) -> None:
    api = MemoryApi()
    app = create_frontend(api.execute, api.subscribe, root=typing.TypingApp, registry=Registry())
    url = await serve(app)
    before = len(asyncio.all_tasks())

    async def come_and_go(seconds: float) -> None:
        async with window(url) as socket:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    while True:
                        await socket.recv()
            socket.transport.abort()

    await asyncio.gather(*(come_and_go(number / 100) for number in range(40)))
    async with asyncio.timeout(10):
        while len(asyncio.all_tasks()) > before:
            await asyncio.sleep(0.05)
