"""Readings that several parts of a page share."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from reactpy import component, html

from frontend.hooks import use_store
from frontend.pages.contact_filters.segments import use_segments
from frontend.pages.contact_parts.fields import use_fields
from frontend.store import Store
from tests.frontend.answering import Api
from tests.frontend.windows import session_of, window

READ = {
    "ListSegments": (use_segments, "segments"),
    "ListFields": (use_fields, "customFields"),
}


@pytest.mark.parametrize("operation", READ)
async def test_parts_that_appear_together_read_once_whoever_leaves(operation: str) -> None:
    use_them, name = READ[operation]
    api, first_is_there = Api(), Store(True)
    api.answers[operation] = {"data": {name: [{"name": "one"}, {"name": "two"}]}}
    answers_come = api.gates[-1] = asyncio.Event()

    @component
    def Part() -> Any:
        return html.p(" ".join(found["name"] for found in use_them()))

    @component
    def Page() -> Any:
        first = (Part(key="first"),) if use_store(first_is_there) else ()
        return html.main(*first, Part(key="second"), Part(key="third"))

    async with window(Page(), session_of(api.execute)) as opened:
        first_is_there.set(False)
        await opened.settle()
        answers_come.set()
        await opened.settle()
        assert [asked for asked, _ in api.asked] == [operation]
        assert [opened.text(part) for part in opened.find("p")] == ["one two"] * 2
        assert opened.session.loading == 0
