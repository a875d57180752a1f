"""Who shares an execution would have been answered the same alone."""

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack, aclosing
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from backend.api.answers import Request
from backend.billing.queries.deliveries import links_of
from backend.billing.service.links import create_link
from backend.billing.service.viewing import record_view
from backend.core.change_log import current_cursor
from backend.core.graphql.context import Credentials
from backend.core.permissions import Scope
from tests.factories.api import credentials, new_token
from tests.factories.billing import new_issued, new_seller
from tests.factories.contacts import new_contact

ASKED_TWICE = """subscription Mine($id: ID!, $x: String) {
  contactChanged(id: $id, after: $x) { contact { ...Shown } }
}
fragment Shown on Contact { timeline(first: 20, after: $x) { edges { cursor } } }"""
TIMELINE = """query ($id: ID!, $x: String) {
  contact(id: $id) { timeline(first: 20, after: $x) { edges { cursor } } }
}"""
UPDATE = """mutation ($input: UpdateContactInput!) {
  updateContact(input: $input) { contact { version } errors { code } }
}"""
SHARED = {
    "the root's argument": """subscription Mine($id: ID!, $x: String) {
        contactChanged(id: $id, after: $x) { cursor } }""",
    "the root, twice": """subscription Mine($id: ID!, $x: String) {
        contactChanged(id: $id, after: $x) { cursor } ...Root }
        fragment Root on Subscription { contactChanged(id: $id, after: $x) { kind } }""",
    "the root under another name": """subscription Mine($id: ID!, $x: String = "nothing") {
        it: contactChanged(id: $id, after: $x) { cursor } }""",
    "of another operation": """subscription Mine($id: ID!, $x: String) {
        contactChanged(id: $id, after: $x) { cursor } }
        query Other($id: ID!, $x: String) {
        contact(id: $id) { timeline(after: $x) { edges { cursor } } } }""",
}
APART = {
    "below": """subscription Mine($id: ID!, $x: String) {
        contactChanged(id: $id, after: $x) { contact { messages(after: $x) { totalCount } } } }""",
    "below, by default": """subscription Mine($id: ID!, $x: String = "czA") {
        contactChanged(id: $id, after: $x) { contact { messages(after: $x) { totalCount } } } }""",
    "in a fragment of a fragment": """subscription Mine($id: ID!, $x: String) {
        contactChanged(id: $id, after: $x) { ...Event } }
        fragment Contact on Contact { notes(after: $x) { totalCount } }
        fragment Event on ContactEvent { contact { ...Contact } }""",
    "where it is skipped": """subscription Mine($id: ID!, $x: String) {
        contactChanged(id: $id, after: $x) { cursor
          contact @skip(if: true) { notes(after: $x) { totalCount } } } }""",
}


@pytest.fixture
async def started(owner):
    """A contact, and two places in the history between which nothing happened to it."""
    key = (await new_contact(owner.actor, given_name="Ada")).id
    first = await current_cursor(owner.account_id)
    await new_contact(owner.actor, given_name="Bea")
    return key, (first, await current_cursor(owner.account_id))


async def rename(asker: Any, contact: str) -> None:
    version = (await asker.data(f'{{ contact(id: "{contact}") {{ version }} }}'))["contact"]
    written = await asker.data(UPDATE, input={"id": contact, **version, "company": "Carnet"})
    assert written["updateContact"]["errors"] == []


async def test_a_cursor_that_is_also_asked_for_below_is_each_follower_s_own(
    owner, ask_as, api_address, started
):
    contact, places = started
    asker, sockets = ask_as(owner), []
    async with AsyncExitStack() as stack:
        for place in places:
            socket = await stack.enter_async_context(
                connect(
                    api_address.replace("http", "ws") + "/graphql",
                    subprotocols=[Subprotocol("graphql-transport-ws")],
                    additional_headers={"cookie": f"carnet_session={owner.cookie}"},
                )
            )
            variables = {"id": contact, "x": place}
            asked = {"query": ASKED_TWICE, "variables": variables}
            await socket.send('{"type": "connection_init"}')
            await socket.recv()
            await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": asked}))
            sockets.append(socket)
        await rename(asker, contact)
        async with asyncio.timeout(20):
            answers = [json.loads(await socket.recv())["payload"]["data"] for socket in sockets]
    alone = [(await asker.data(TIMELINE, id=contact, x=place))["contact"] for place in places]
    assert [each["contactChanged"]["contact"] for each in answers] == alone
    assert alone[0] != alone[1]


@pytest.mark.sqlite_only
async def test_a_cursor_that_says_nothing_else_keeps_nobody_apart(api, owner, ask_as, started):
    contact, places = started
    engine, documents = api._engine, {**SHARED, **APART}
    caller = await engine.identify(credentials(owner))
    async with AsyncExitStack() as stack, asyncio.timeout(20):
        waiting: dict[str, list[asyncio.Task[Any]]] = {}
        for name, document in documents.items():
            for place in places:
                request = Request(document, {"id": contact, "x": place}, "Mine")
                stream = await stack.enter_async_context(aclosing(engine.follow(caller, request)))
                waiting.setdefault(name, []).append(asyncio.create_task(anext(stream)))
        await rename(ask_as(owner), contact)
        told = {name: await asyncio.gather(*tasks) for name, tasks in waiting.items()}
        assert {name for name, (one, two) in told.items() if one is two} == {*SHARED}
        assert len(engine.shared) == len(SHARED) + 2 * len(APART)


@pytest.mark.sqlite_only
async def test_a_token_that_only_reads_is_told_no_more_by_what_it_shares(api, owner):
    """A client's own link to a document is a way to accept it."""
    document = await new_issued(owner.actor, await new_seller(owner.actor))
    await create_link(owner.actor, document.pk)
    tokens = [await new_token(owner), await new_token(owner, Scope.READ)]
    everyone = [credentials(owner), *(Credentials(bearer=each) for each in tokens)]
    asked = "subscription ($x: String) { documentViewed(after: $x) { document { link { url } } } }"
    request = Request(asked, {"x": await current_cursor(owner.account_id)})
    await record_view((await links_of(owner.actor, (document.pk,)))[document.pk])
    async with AsyncExitStack() as stack, asyncio.timeout(20):
        told = []
        for each in everyone:
            stream = api._engine.follow(await api._engine.identify(each), request)
            answer = await anext(await stack.enter_async_context(aclosing(stream)))
            told.append(answer.body["data"]["documentViewed"]["document"]["link"]["url"])
    person, writer, reader = told
    assert person == writer != reader
    assert reader is None
