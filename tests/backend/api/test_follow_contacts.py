"""Many windows on one list: one execution, whoever came when, and nothing missed."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from backend.core.change_log import current_cursor
from tests.factories.api import credentials

LIVE = """subscription ($after: String) { contactsChanged(after: $after) {
  cursor reset left
  entered { previousId contact { id displayName } }
  changed { contact { id } }
} }"""
CREATE = """mutation ($input: CreateContactInput!) { createContact(input: $input) {
  contact { id } errors { code } } }"""
WINDOWS = 40


async def names(api, person, start, count):
    """The names that a window sees enter, and the answers themselves."""
    stream = api.pages.subscribe(credentials(person), LIVE, {"after": start})
    found, bodies = [], []
    async with aclosing(stream), asyncio.timeout(10):
        async for body in stream:
            bodies.append(body)
            event = body["data"]["contactsChanged"]
            found += [each["contact"]["displayName"] for each in event["entered"]]
            if len(found) >= count:
                break
    return found, bodies


async def test_forty_windows_share_the_answers_of_one_execution(api, ask_as, owner):
    start = await current_cursor(owner.account_id)
    windows = [asyncio.create_task(names(api, owner, start, 3)) for _ in range(WINDOWS)]
    await asyncio.sleep(0.2)
    assert len(api._engine.shared) == 1
    for name in ("Ada", "Bea", "Cleo"):
        made = await ask_as(owner).data(CREATE, input={"givenName": name})
        assert made["createContact"]["errors"] == []
    seen = await asyncio.gather(*windows)
    assert {tuple(found) for found, _ in seen} == {("Ada", "Bea", "Cleo")}
    assert len({id(body) for _, bodies in seen for body in bodies}) == len(seen[0][1])
    assert len(api._engine.shared) == 0


async def test_a_window_opened_later_is_told_what_it_has_not_read(api, ask_as, owner):
    start = await current_cursor(owner.account_id)
    early = asyncio.create_task(names(api, owner, start, 4))
    await asyncio.sleep(0.1)
    await ask_as(owner).data(CREATE, input={"givenName": "Ada"})
    await ask_as(owner).data(CREATE, input={"givenName": "Bea"})
    await asyncio.sleep(0.1)
    between = await current_cursor(owner.account_id)
    late = asyncio.create_task(names(api, owner, between, 2))
    other = asyncio.create_task(names(api, owner, start, 4))
    await asyncio.sleep(0.1)
    await ask_as(owner).data(CREATE, input={"givenName": "Cleo"})
    await ask_as(owner).data(CREATE, input={"givenName": "Dora"})
    assert (await late)[0] == ["Cleo", "Dora"]
    assert (await early)[0] == (await other)[0] == ["Ada", "Bea", "Cleo", "Dora"]
