"""A browser reads what was compressed for it and what was compressed for all, in any order."""

from __future__ import annotations

from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st
from websockets.asyncio.client import connect
from websockets.extensions.permessage_deflate import (
    ClientPerMessageDeflateFactory,
    PerMessageDeflate,
)
from websockets.frames import Frame, Opcode

from frontend.shared_texts import KEPT, LARGEST_BYTES, SharedText, SharedTexts
from frontend.window_deflate import WindowDeflate
from tests.browser.windows import running

WORDS = [f"<li data-id={n}>card {n * 7919}</li>".encode() for n in range(60)]
MESSAGES = st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: b"".join(words) + b".")
STEPS = st.lists(
    st.tuples(st.sampled_from(["own", "shared", "rest", "page"]), MESSAGES), min_size=1, max_size=25
)


class _Clock:
    """A loop whose time stands still, and which calls when it is told."""

    def __init__(self) -> None:
        self.now = 0.0
        self.later: list[Any] = []

    def time(self) -> float:
        return self.now

    def call_later(self, seconds: float, call: Any) -> Any:
        self.later.append((self.now + seconds, call))
        return object()

    def rest(self) -> None:
        while self.later:
            self.now, call = self.later.pop(0)
            call()


@given(steps=STEPS)
@settings(max_examples=40, deadline=None)
def test_every_message_is_read_as_it_was_said(steps: list[tuple[str, bytes]]) -> None:
    clock = _Clock()
    browser = PerMessageDeflate(False, False, 15, 12)
    window = WindowDeflate(PerMessageDeflate(False, False, 12, 15, {"memLevel": 5}), lambda: clock)
    for kind, message in steps:
        if kind == "rest":
            clock.rest()
            assert window._encoder is None
            continue
        said = message * 900 if kind == "page" else message
        if kind == "shared":
            text = SharedText.of(said)
            window.pass_by(text.plain)
            header = 2 if text.frame[1] < 126 else 4
            frame = Frame(Opcode.TEXT, text.frame[header:], rsv1=True)
        else:
            frame = window.encode(Frame(Opcode.TEXT, said))
        assert bytes(browser.decode(frame).data) == said
        assert window._sent_bytes == sum(map(len, window._sent)) < 2 * 32_768


def test_what_was_said_before_a_rest_still_makes_what_follows_small() -> None:
    clock = _Clock()
    window = WindowDeflate(PerMessageDeflate(False, False, 12, 15, {"memLevel": 5}), lambda: clock)
    said = b"".join(WORDS)
    first = len(window.encode(Frame(Opcode.TEXT, said)).data)
    clock.rest()
    assert len(window.encode(Frame(Opcode.TEXT, said)).data) < first / 4


def test_texts_are_shared_from_the_second_on_and_the_oldest_leave() -> None:
    texts = SharedTexts()
    first = texts.text_of(b"said twice")
    assert (first, type(first)) == ("said twice", str)
    second = texts.text_of(b"said twice")
    assert (second, type(second)) == ("said twice", SharedText)
    assert texts.text_of(b"said twice") is second
    page = b"x" * (LARGEST_BYTES + 1)
    assert {type(texts.text_of(page)) for _ in range(3)} == {str}
    for n in range(KEPT):
        texts.text_of(str(n).encode())
    assert len(texts._seen) == KEPT
    assert type(texts.text_of(b"said twice")) is str


async def test_sockets_are_sent_what_is_shared_between_their_own() -> None:
    texts = SharedTexts()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            for said in (message["text"], "é" * 2_000, "for all", message["text"]):
                text = texts.text_of(orjson.dumps(said))
                await send({"type": "websocket.send", "text": text})

    short = ClientPerMessageDeflateFactory(server_max_window_bits=12)
    async with running(app) as address:
        at = address.replace("http", "ws") + "/window"
        for how in ({}, {}, {"compression": None}, {"extensions": [short]}):
            async with connect(at, **how) as socket:
                for name in ("one" * 50, "other" * 50):
                    await socket.send(name)
                    heard = [orjson.loads(await socket.recv()) for _ in range(4)]
                    assert heard == [name, "é" * 2_000, "for all", name]
    assert [type(text) for text in texts._seen.values()].count(SharedText) == 4
