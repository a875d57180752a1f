"""Chromium, windows that are watched, and servers to open in them.

A window fails its test when the page logged an error, threw one, broke the content policy, or sent
an event of more than 2 KB. `window.largest_frame` is the largest frame it sent,
`window.frames_received` what it got.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.kept_pages import KeptPages
from tests.browser.product import product
from tests.browser.windows import ARGUMENTS, CHROMIUM, OpenWindow, Serve, Window, running

__all__ = ["browser", "kept_pages", "open_window", "product", "serve"]

expect.set_options(timeout=15_000)  # milliseconds: two browsers share a core at times


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything below this folder drives the browser."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the worker's tests."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        await chromium.close()


@pytest.fixture(scope="session")
async def kept_pages(browser: Browser) -> AsyncIterator[KeptPages]:
    """The pages of the worker's tests."""
    pages = KeptPages(browser)
    yield pages
    await pages.close()


@pytest.fixture
async def open_window(kept_pages: KeptPages) -> AsyncIterator[OpenWindow]:
    """Open watched windows, each a visitor of its own: `await open_window(url,
    color_scheme="dark")`.
    """
    windows: list[Window] = []
    async with AsyncExitStack() as stack:

        async def open_one(url: str | None = None, *, live: bool = True, **options: Any) -> Window:
            settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
            page = await kept_pages.take({**settings, **options})
            window = Window(page.page)
            stack.push_async_callback(kept_pages.give_back, page, window)
            windows.append(window)
            window.watch()
            if url is not None:
                await window.page.goto(url)
                if live:
                    await window.page.wait_for_selector("html[data-live]")
            return window

        yield open_one
        for window in windows:
            window.check()


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Run an ASGI application in this process and return its address."""
    async with AsyncExitStack() as stack:

        async def start(app: Any) -> str:
            return await stack.enter_async_context(running(app))

        yield start
