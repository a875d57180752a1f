"""The server is killed while one types: nothing typed is lost, and the window says what is going
on.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.browser.windows import OpenWindow, free_port

ROOT = Path(__file__).parents[3]
Start = Callable[[], Awaitable[asyncio.subprocess.Process]]
CONNECTION_REFUSED = ["WebSocket connection to"]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts.json"


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
async def start(port: int, drafts: Path) -> AsyncIterator[Start]:
    """Start the server as a process; what still runs at the end is killed."""
    running: list[asyncio.subprocess.Process] = []

    async def begin() -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.browser.mechanism.serve", str(port), str(drafts), cwd=ROOT
        )
        running.append(process)
        async with asyncio.timeout(60):
            while not await _answers(port):
                await asyncio.sleep(0.05)
        return process

    yield begin
    for process in running:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def saved(drafts: Path, text: str) -> None:
    """Wait until the server keeps this title."""
    async with asyncio.timeout(10):
        while kept_title(drafts) != text:
            await asyncio.sleep(0.05)


def kept_title(drafts: Path) -> str | None:
    kept = json.loads(drafts.read_text()).get("note:new") if drafts.exists() else None
    return kept["value"]["title"] if kept else None


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
async def test_text_focus_and_caret_survive_a_restart_while_typing(
    how: signal.Signals, start: Start, port: int, drafts: Path, open_window: OpenWindow
) -> None:
    first = await start()
    window = await open_window(f"http://127.0.0.1:{port}/?q=kept")
    window.tolerated += CONNECTION_REFUSED
    page = window.page
    await page.focus("#field-title")
    await page.keyboard.type("before the crash, ", delay=15)
    await page.evaluate("document.querySelector('#field-title').marked = true")
    first.send_signal(how)
    await first.wait()
    await page.keyboard.type("during it", delay=15)
    await page.locator(".connection-bar:popover-open").wait_for()
    assert "Reconnecting" in await page.inner_text(".connection-bar")
    await start()
    await page.keyboard.type(" and after", delay=60)
    await saved(drafts, "before the crash, during it and after")
    field = page.locator("#field-title")
    assert await field.input_value() == "before the crash, during it and after"
    assert await page.evaluate("document.activeElement.id") == "field-title"
    assert await page.evaluate("document.querySelector('#field-title').marked") is True
    assert await page.input_value("#filter") == "kept"
    await page.locator(".connection-bar").wait_for(state="hidden")


async def test_a_field_that_has_no_draft_is_told_again_to_the_new_server(
    start: Start, port: int, open_window: OpenWindow
) -> None:
    first = await start()
    window = await open_window(f"http://127.0.0.1:{port}/")
    window.tolerated += CONNECTION_REFUSED
    page = window.page
    await page.fill("#slow", "only in the browser")
    first.kill()
    await first.wait()
    window.frames_sent.clear()
    await start()
    async with asyncio.timeout(15):
        while not any("only in the browser" in frame for frame in window.frames_sent):
            await asyncio.sleep(0.05)
    assert await page.input_value("#slow") == "only in the browser"


async def test_a_draft_is_found_in_a_new_window(
    start: Start, port: int, drafts: Path, open_window: OpenWindow
) -> None:
    await start()
    window = await open_window(f"http://127.0.0.1:{port}/")
    await window.page.fill("#field-title", "half a thought")
    await saved(drafts, "half a thought")
    other = await open_window(f"http://127.0.0.1:{port}/")
    assert await other.page.input_value("#field-title") == "half a thought"
