"""Who looks at a board, and which card they hold: seen at once, forgotten with the connection."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager

import pytest

from backend.core.clock import now_micros
from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.graphql.context import Credentials
from backend.core.permissions import Scope
from backend.workflows import presence
from backend.workflows.presence import FORGOTTEN_MICROS, confirm_looks, hold_card, looking
from backend.workflows.queries.looking import board_viewers
from tests.factories.api import credentials, new_token
from tests.factories.workflows import new_board, new_card

LOOK = "subscription ($id: ID!) { lookAtBoard(workflowId: $id) { cursor } }"
SEE = """subscription ($id: ID!) { boardPresence(workflowId: $id) {
  viewers { id name cardId } } }"""


@asynccontextmanager
async def looks(api, person, board):
    """Look at a board as a browser does, for as long as the block lasts."""
    variables = {"id": board.workflow.id}
    async with aclosing(api.pages.subscribe(credentials(person), LOOK, variables)) as events:
        assert "errors" not in await anext(events)
        waiting = asyncio.ensure_future(anext(events, None))
        await asyncio.sleep(0)
        yield
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


async def test_whoever_looks_is_seen_with_the_card_they_hold_until_they_are_gone(
    api, owner, member, viewer
):
    board = await new_board(owner.actor)
    card = await new_card(owner.actor, board)
    seen = []

    async def see():
        variables = {"id": board.workflow.id}
        async with aclosing(api.pages.subscribe(credentials(viewer), SEE, variables)) as events:
            async for body in events:
                found = body["data"]["boardPresence"]["viewers"]
                seen.append([(each["name"], each["cardId"]) for each in found])

    async def until(expected):
        async with asyncio.timeout(10):
            while not seen or seen[-1] != expected:
                await asyncio.sleep(0.02)

    seeing = asyncio.create_task(see())
    await until([])
    async with looks(api, owner, board), looks(api, owner, board):
        await until([(owner.name, None)])
        async with looks(api, member, board):
            await hold_card(member.actor, board.workflow.pk, card.pk)
            await until([(member.name, card.id), (owner.name, None)])
            await hold_card(member.actor, board.workflow.pk, None)
            await until([(member.name, None), (owner.name, None)])
        await until([(owner.name, None)])
    await until([])
    seeing.cancel()
    await asyncio.gather(seeing, return_exceptions=True)
    assert await read.fetch("SELECT id FROM board_viewer") == []


async def test_what_a_killed_process_left_is_forgotten(owner, monkeypatch):
    board = await new_board(owner.actor)
    async with looking(owner.actor, board.workflow.pk):
        later = now_micros() + FORGOTTEN_MICROS + 1
        monkeypatch.setattr(presence, "now_micros", lambda: later)
        await confirm_looks()
        assert len(await board_viewers(owner.actor, board.workflow.pk, later - 1)) == 1
        monkeypatch.setattr(presence, "_PROCESS", "another")
        monkeypatch.setattr(presence, "now_micros", lambda: later + FORGOTTEN_MICROS + 1)
        await confirm_looks()
        assert await board_viewers(owner.actor, board.workflow.pk, 0) == []


async def test_nobody_seems_to_hold_what_they_cannot_move(owner, viewer):
    board, other = await new_board(owner.actor), await new_board(owner.actor)
    here, there = await new_card(owner.actor, board), await new_card(owner.actor, other)
    async with looking(viewer.actor, board.workflow.pk), looking(owner.actor, board.workflow.pk):
        await hold_card(viewer.actor, board.workflow.pk, here.pk)
        await hold_card(owner.actor, board.workflow.pk, there.pk)
        rows = await board_viewers(owner.actor, board.workflow.pk, 0)
        assert [row.card_id for row in rows] == [None, None]


async def test_cards_and_boards_of_others_are_nobody_s(api, owner, stranger):
    board, strange = await new_board(owner.actor), await new_board(stranger.actor)
    card = await new_card(stranger.actor, strange)
    with pytest.raises(NotFound):
        await hold_card(owner.actor, strange.workflow.pk, card.pk)
    with pytest.raises(NotFound):
        async with looking(owner.actor, strange.workflow.pk):
            pass
    async with looking(owner.actor, board.workflow.pk):
        await hold_card(owner.actor, board.workflow.pk, card.pk)
        (row,) = await board_viewers(owner.actor, board.workflow.pk, 0)
        assert row.card_id is None


async def test_a_token_is_nobody_who_looks(api, owner):
    board = await new_board(owner.actor)
    who = Credentials(bearer=await new_token(owner, Scope.READ, Scope.WRITE))
    async with aclosing(api.pages.subscribe(who, LOOK, {"id": board.workflow.id})) as events:
        assert "errors" not in await anext(events)
        assert await read.fetch("SELECT id FROM board_viewer") == []
