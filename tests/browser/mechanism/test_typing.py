"""Typing while the page changes: no letter lost, the caret where it was."""

from __future__ import annotations

import asyncio

import pytest

from frontend.app import create_frontend
from frontend.routes import Registry
from tests.browser.mechanism import typing
from tests.browser.mechanism.api import MemoryApi
from tests.browser.windows import OpenWindow, Serve

TEXT = "the quick brown fox jumps over the lazy dog 0123456789"


@pytest.fixture
async def url(serve: Serve) -> str:
    typing.heard.clear()
    api = MemoryApi()
    return await serve(
        create_frontend(api.execute, api.subscribe, root=typing.TypingApp, registry=Registry())
    )


@pytest.mark.parametrize("delay_ms", [5, 20, 60])
@pytest.mark.parametrize(("field", "name"), [("#slow", "slow"), ("#field-title", "title")])
async def test_every_letter_arrives_while_the_page_changes(
    delay_ms: int, field: str, name: str, url: str, open_window: OpenWindow
) -> None:
    window = await open_window(url)
    keyboard = window.page.keyboard
    await window.page.focus(field)
    await keyboard.type(TEXT, delay=delay_ms)
    for _ in range(10):
        await keyboard.press("ArrowLeft")
    await keyboard.type("MIDDLE", delay=delay_ms)
    wanted = f"{TEXT[:-10]}MIDDLE{TEXT[-10:]}"
    async with asyncio.timeout(5):
        while typing.heard.get(name) != wanted:
            await asyncio.sleep(0.05)
    assert await window.page.input_value(field) == wanted
    caret = await window.page.evaluate("document.activeElement.selectionStart")
    assert caret == len(wanted) - 10


async def test_the_url_follows_what_is_typed_without_steps_for_the_back_button(
    url: str, open_window: OpenWindow
) -> None:
    window = await open_window(url)
    steps = await window.page.evaluate("history.length")
    await window.page.type("#filter", "éric & co", delay=10)
    await window.page.wait_for_function(
        "() => new URLSearchParams(location.search).get('q') === 'éric & co'"
    )
    assert await window.page.evaluate("history.length") == steps
    await window.page.reload()
    await window.page.wait_for_selector("html[data-live]")
    assert await window.page.input_value("#filter") == "éric & co"
