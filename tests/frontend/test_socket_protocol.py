"""How sockets are compressed, as a browser and as another client is told, and what is logged."""

from __future__ import annotations

import asyncio
import logging
from urllib.parse import urlsplit

import pytest
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import connect

from tests.browser.windows import running


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    assert scope["type"] == "websocket"
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message["text"]})


@pytest.mark.parametrize(("path", "bits"), [("/window", 15), ("/graphql", 12)])
async def test_a_window_of_the_interface_has_the_longer_history(path: str, bits: int) -> None:
    async with running(_echo) as address, connect(address.replace("http", "ws") + path) as socket:
        assert socket.response is not None
        agreed = socket.response.headers["Sec-WebSocket-Extensions"]
        assert f"server_max_window_bits={bits}" in agreed
        assert "client_max_window_bits=12" in agreed
        for text in ("ledger" * 4000, "ledger" * 4000 + "!"):
            await socket.send(text)
            assert await socket.recv() == text


async def test_a_client_that_cannot_compress_is_served() -> None:
    async with (
        running(_echo) as address,
        connect(address.replace("http", "ws") + "/window", compression=None) as socket,
    ):
        assert socket.response is not None
        assert "Sec-WebSocket-Extensions" not in socket.response.headers
        await socket.send("plain")
        assert await socket.recv() == "plain"


async def test_an_address_that_is_too_long_is_answered() -> None:
    async with running(_echo) as address:
        reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(address).port)
        request = [
            f"GET /window?{'a' * 9000} HTTP/1.1",
            "Host: 127.0.0.1",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "\r\n",
        ]
        writer.write("\r\n".join(request).encode())
        async with asyncio.timeout(5):
            answer = await reader.read()
        writer.close()
        assert answer.startswith(b"HTTP/1.1 414 ")


async def test_addresses_headers_and_frames_are_not_logged(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(_echo) as address:
        # As the server is asked to be at `CARNET_LOG_LEVEL=debug`.
        for name in ("uvicorn.error", "frontend"):
            monkeypatch.setattr(logging.getLogger(name), "propagate", True)
            caplog.set_level(logging.DEBUG, name)
        monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)
        async with connect(
            address.replace("http", "ws") + "/window?token=in-the-address",
            additional_headers={"Cookie": "carnet_session=in-the-headers"},
            compression=None,
        ) as socket:
            await socket.send("in-a-frame")
            assert await socket.recv() == "in-a-frame"
    told = [line.getMessage() for line in caplog.records if "websockets.client" not in line.name]
    assert told
    assert not [line for line in told if "in-" in line]
