"""A parent that reorders children which change themselves: the page equals the server's."""

from __future__ import annotations

import pytest

from frontend.app import create_frontend
from frontend.routes import Registry
from tests.browser.mechanism import shuffle
from tests.browser.mechanism.api import MemoryApi
from tests.browser.windows import OpenWindow, Serve


@pytest.mark.parametrize("run", range(4))
async def test_a_shuffled_list_of_thirty_stays_equal(
    run: int, serve: Serve, open_window: OpenWindow
) -> None:
    shuffle.shown = shuffle.Shown()
    api = MemoryApi()
    url = await serve(
        create_frontend(api.execute, api.subscribe, root=shuffle.ShuffleApp, registry=Registry())
    )
    window = await open_window(url)
    note = window.page.locator("input[data-item='0']")
    while await note.input_value() != "mine":  # a field that moves while it is filled stays empty
        await note.fill("mine")
    await window.page.wait_for_function(
        "() => document.querySelector('#done').textContent === 'done'"
    )
    drawn = await window.page.evaluate(
        "[...document.querySelectorAll('li.item')].map(li => li.textContent)"
    )
    state = shuffle.shown
    assert drawn == [f"{number}:{state.counts[number]}" for number in state.order]
    texts = await window.page.evaluate(
        "[...document.querySelectorAll('.note')].map(i => [i.dataset.item, i.value])"
    )
    assert [item for item, text in texts if text] == (["0"] if 0 in state.order else [])
