"""Lists of shared fragments: every window equals the server, and only what changed is sent."""

from __future__ import annotations

import asyncio
import random

import orjson
import pytest

from frontend.app import create_frontend
from frontend.routes import Registry
from tests.browser.mechanism import lists
from tests.browser.mechanism.api import MemoryApi
from tests.browser.windows import OpenWindow, Serve, Window


@pytest.fixture
async def url(serve: Serve) -> str:
    lists.rows.set(lists.start(100))
    api = MemoryApi()
    return await serve(
        create_frontend(api.execute, api.subscribe, root=lists.ListApp, registry=Registry())
    )


DRAWN = "[...document.querySelectorAll('#rows > li > b')].map(b => b.textContent)"


async def drawn(window: Window) -> list[str]:
    return list(await window.page.evaluate(DRAWN))


def wanted() -> list[str]:
    return [f"{key}@{version}" for key, version in lists.rows.value]


async def settle(window: Window) -> None:
    await window.page.wait_for_function(
        f"want => ({DRAWN}).join() === want", arg=",".join(wanted())
    )


def change(rng: random.Random, following: list[int]) -> None:
    rows = list(lists.rows.value)
    act = rng.random()
    place = rng.randrange(len(rows)) if rows else 0
    if act < 0.4 and rows:
        key, version = rows[place]
        rows[place] = (key, version + 1)
    elif act < 0.55 and len(rows) > 20:
        rows.pop(place)
    elif act < 0.7:
        following[0] += 1
        rows.insert(place, (f"n{following[0]}", 0))
    elif act < 0.85 and rows:
        rows.insert(rng.randrange(len(rows)), rows.pop(place))
    elif act < 0.95:
        following[0] += 1
        rows = [*rows[10:], *((f"n{following[0]}-{n}", 0) for n in range(10))]
    else:
        rng.shuffle(rows)
    lists.rows.set(tuple(rows))


async def test_three_windows_equal_the_server_after_hundreds_of_random_changes(
    url: str, open_window: OpenWindow
) -> None:
    windows = [await open_window(url) for _ in range(3)]
    rng, following = random.Random(7), [0]
    for _ in range(12):
        for _ in range(40):
            change(rng, following)
            await asyncio.sleep(rng.choice((0, 0.002, 0.01)))
        for window in windows:
            await settle(window)
            assert await drawn(window) == wanted()


async def test_a_changed_row_sends_that_row_alone(url: str, open_window: OpenWindow) -> None:
    window = await open_window(url)
    first_rows = max(len(frame) for frame in window.frames_received)
    window.frames_received.clear()
    rows = list(lists.rows.value)
    rows[41] = ("r41", 1)
    lists.rows.set(tuple(rows))
    await settle(window)
    (frame,) = window.frames_received
    (patch,) = orjson.loads(frame)["patches"]
    assert patch["at"][-1] == 41
    assert patch["model"]["attributes"]["key"] == "r41"
    assert len(frame) * 50 < first_rows


async def test_rows_that_come_and_go_send_only_the_new_ones(
    url: str, open_window: OpenWindow
) -> None:
    window = await open_window(url)
    window.frames_received.clear()
    lists.rows.set((*lists.rows.value[10:], ("new", 0)))
    await settle(window)
    (frame,) = window.frames_received
    sent = [part for patch in orjson.loads(frame)["patches"] for part in patch.get("children", [])]
    assert [part for part in sent if isinstance(part, list)] == [[10, 99]]
    assert [part["attributes"]["key"] for part in sent if isinstance(part, dict)] == ["new"]


async def test_an_unchanged_list_sends_nothing(url: str, open_window: OpenWindow) -> None:
    window = await open_window(url)
    window.frames_received.clear()
    lists.rows.set(tuple((key, version) for key, version in [*lists.rows.value, ("x", 0)]))
    lists.rows.set(lists.rows.value[:-1])
    await asyncio.sleep(0.3)
    assert window.frames_received == []


async def test_a_click_on_a_fixed_target_arrives_in_its_own_window_only(
    url: str, open_window: OpenWindow
) -> None:
    here, there = await open_window(url), await open_window(url)
    await here.page.click("#r3")
    await here.page.wait_for_function(
        "() => document.querySelector('#opened').textContent === 'r3'"
    )
    assert await there.page.text_content("#opened") == "none"
    assert here.largest_frame < 500


async def test_a_kept_row_keeps_its_element_when_others_move(
    url: str, open_window: OpenWindow
) -> None:
    window = await open_window(url)
    await window.page.evaluate("document.querySelector('#r50').marked = true")
    rows = [row for row in lists.rows.value if row[0] != "r50"]
    lists.rows.set((("r50", 0), *rows))
    await settle(window)
    assert await window.page.evaluate("document.querySelector('#r50').marked") is True
