"""Boards as they are followed: what is told, of which board, in which order."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

import pytest

from backend.contacts.drafts import ContactChanges
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts, update_contact
from backend.core.change_log import current_cursor, current_sequence
from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.feed import BATCH
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import undo_merge
from backend.workflows import (
    live,
    registrations,  # noqa: F401 - contacts take their cards along
)
from backend.workflows.events import WorkflowUpdated
from backend.workflows.filters import EVERY_CARD
from backend.workflows.live import MovementKind, follow_board
from backend.workflows.queries.boards import worth_sql
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.rows import CardWanted
from backend.workflows.rules.kinds import WorkflowTemplate
from backend.workflows.service import (
    CardChanges,
    CardMove,
    archive_cards,
    move_card,
    update_card,
    update_workflow,
)
from tests.backend.duplicates.merging import merge
from tests.backend.workflows.test_boards_as_a_model import shown
from tests.factories.api import Asker, credentials
from tests.factories.contacts import new_contact
from tests.factories.personal_data import gathered
from tests.factories.workflows import new_board, new_card, read_card

FOLLOW = """subscription ($id: ID!, $after: String) { boardChanged(workflowId: $id, after: $after) {
  cursor cards { kind cardId stepId afterId card { name step { cardCount } } } } }"""


async def told(actor, board, since, number):
    """Return the next events of a board after a place in the history."""
    events = []
    async with aclosing(follow_board(actor, board.workflow.pk, since, CardWanted())) as following:
        async for event in following:
            events.append(event)
            if len(events) == number:
                break
    return events


async def test_a_board_hears_of_its_own_cards_only(owner):
    board, other = [await new_board(owner.actor) for _ in range(2)]
    since = await current_sequence(owner.account_id)
    card = await new_card(owner.actor, board)
    await new_card(owner.actor, other)
    await update_card(owner.actor, card.pk, 1, CardChanges(title="Renamed"))
    await move_card(owner.actor, card.pk, CardMove(other.steps[0].pk, 2))
    events = await told(owner.actor, board, since, 3)
    assert [event.cards[0].kind for event in events] == [
        MovementKind.ENTERED,
        MovementKind.CHANGED,
        MovementKind.LEFT,
    ]
    (entered,) = (await told(owner.actor, other, since, 2))[1].cards
    assert (entered.kind, entered.card_id, entered.from_step_id) == (
        MovementKind.ENTERED,
        card.id,
        None,
    )


async def test_nobody_follows_another_account_s_board(owner, stranger):
    board = await new_board(owner.actor)
    with pytest.raises(NotFound):
        await told(stranger.actor, board, None, 1)


async def test_a_contact_s_new_name_changes_its_cards(owner):
    board = await new_board(owner.actor)
    anna = await new_contact(owner.actor, given_name="Anna")
    card = await new_card(owner.actor, board, None, contact_id=anna.pk)
    since = await current_sequence(owner.account_id)
    await update_contact(owner.actor, anna.pk, anna.version, ContactChanges(given_name="Bea"))
    (event,) = await told(owner.actor, board, since, 1)
    assert [(each.kind, each.card_id) for each in event.cards] == [(MovementKind.CHANGED, card.id)]
    assert event.cards[0].card.name == "Bea"


async def test_what_is_long_past_is_found_without_reading_all_the_rest(owner, monkeypatch):
    board = await new_board(owner.actor)
    other = await new_board(owner.actor)
    since = await current_sequence(owner.account_id)
    await new_card(owner.actor, board)
    async with unit_of_work(owner.actor) as unit:
        key = other.workflow.pk
        unit.record_many(
            WorkflowUpdated(key, workflow_id=key, name="Again") for _ in range(3 * BATCH)
        )
    await new_card(owner.actor, board)
    # What is committed while the past is read is told once, too.
    present = await current_sequence(owner.account_id) - 1
    await new_card(owner.actor, board)

    async def earlier(_: int) -> int:
        return present

    monkeypatch.setattr(live, "current_sequence", earlier)
    await new_card(owner.actor, board)
    events = await told(owner.actor, board, since, 4)
    assert [event.cards[0].kind for event in events] == [MovementKind.ENTERED] * 4
    assert len({event.cards[0].card_id for event in events}) == 4


async def test_two_hundred_viewers_share_one_reading_and_hear_the_same_once(api, owner, member):
    board = await new_board(owner.actor)
    card = await new_card(owner.actor, board)
    cursor = await current_cursor(owner.account_id)
    variables = {"id": board.workflow.id, "after": cursor}
    heard: list[list[Any]] = [[] for _ in range(200)]

    async def look(place):
        who = credentials((owner, member)[place % 2])
        async with aclosing(api.pages.subscribe(who, FOLLOW, variables)) as events:
            async for body in events:
                heard[place].append(body["data"]["boardChanged"])
                if len(heard[place]) == 5:
                    return

    looking = [asyncio.create_task(look(place)) for place in range(200)]
    await asyncio.sleep(0.3)
    for number in range(5):
        step = board.steps[(number + 1) % 2]
        version = (await read_card(owner.actor, card.pk)).version
        await move_card(owner.actor, card.pk, CardMove(step.pk, version))
    async with asyncio.timeout(20):
        await asyncio.gather(*looking)
    cursors = [event["cursor"] for event in heard[0]]
    assert len(set(cursors)) == 5
    for own in heard:
        assert [event["cursor"] for event in own] == cursors
        assert [event["cards"][0]["kind"] for event in own] == ["MOVED"] * 5
    # Two roles: two executions, each of which answers all of its viewers with the same objects.
    assert len({id(own[0]) for own in heard}) <= 2


async def test_cards_follow_a_merge_and_its_undoing(owner):
    board = await new_board(owner.actor)
    anna, bea = [await new_contact(owner.actor, given_name=name) for name in ("Anna", "Bea")]
    card = await new_card(owner.actor, board, "Site", contact_id=bea.pk)
    since = await current_sequence(owner.account_id)
    merged = await merge(owner.actor, anna, bea)
    assert (await read_card(owner.actor, card.pk)).contact_key == anna.pk
    assert (await told(owner.actor, board, since, 1))[0].reread
    await undo_merge(owner.actor, merged.id)
    assert (await read_card(owner.actor, card.pk)).contact_key == bea.pk


async def test_cards_go_into_the_trash_with_their_contact_and_to_its_end(owner):
    board = await new_board(owner.actor, WorkflowTemplate.EMPTY)
    anna = await new_contact(owner.actor, given_name="Anna")
    card = await new_card(owner.actor, board, "Site", contact_id=anna.pk)
    own = personal_data.entries["cards"]
    (found,) = await gathered(own, owner.actor, anna.pk)
    assert found["title"] == "Site"
    since = await current_sequence(owner.account_id)
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    assert (await shown(owner.actor, board.workflow.pk))[board.steps[0].pk] == []
    assert await cards_by_id(owner.actor, (card.pk,)) == {}
    assert (await told(owner.actor, board, since, 1))[0].reread
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("UPDATE contact SET deleted_at = 1 WHERE id = ?", (anna.pk,))
    await purge_deleted_contacts()
    assert await read.fetch("SELECT id FROM card") == []
    assert "Site" not in str(await read.fetch("SELECT payload FROM change"))


async def test_a_board_of_many_steps_is_read_in_the_same_number_of_statements(api, owner):
    ask = Asker(api, owner)
    document = """query ($id: ID!) { workflow(id: $id) { name cardCount totals { minor }
      steps { name cardCount totals { currency } cards(first: 20) { totalCount edges { node {
        id name labels { name } contact { displayName } value { minor } } } } } } }"""
    counts = []
    for template in (WorkflowTemplate.EMPTY, WorkflowTemplate.SALES):
        board = await new_board(owner.actor, template)
        anna = await new_contact(owner.actor, given_name="Anna")
        for place in range(len(board.steps)):
            for number in range(3):
                await new_card(owner.actor, board, f"{number}", place, contact_id=anna.pk)
        with read.statements() as statements:
            data = await ask.data(document, id=board.workflow.id)
        counts.append(len(statements))
        assert data["workflow"]["cardCount"] == 3 * len(board.steps)
    assert counts[0] == counts[1]


async def test_archived_cards_are_asked_for_by_name(api, owner):
    ask, board = Asker(api, owner), await new_board(owner.actor)
    card = await new_card(owner.actor, board, "Élan vital")
    await new_card(owner.actor, board, "Other")
    document = """query ($id: ID!, $filter: CardFilter) { workflow(id: $id) {
      cardCount(filter: $filter) } }"""

    async def count(**filter):
        answer = await ask.data(document, id=board.workflow.id, filter=filter)
        return answer["workflow"]["cardCount"]

    assert await count(text="elan VITAL") == 1
    assert await count(text="100%") == 0
    assert await count(due="OVERDUE") == 0
    assert await count(due="NONE") == 2
    assert await count(unassigned=True) == 2
    await archive_cards(owner.actor, [card.pk])
    assert (await count(), await count(archived=True)) == (1, 1)
    await update_workflow(owner.actor, board.workflow.pk, 1, name="Still there")


@pytest.mark.sqlite_only
@pytest.mark.parametrize("key", ["workflow_step.id", "workflow_step.workflow_id"])
async def test_counts_and_sums_come_from_an_index_alone(owner, key):
    sql, params = worth_sql(owner.account_id, key, [1, 2], EVERY_CARD)
    plan = [row[3] for row in await read.fetch(f"EXPLAIN QUERY PLAN {sql}", params)]
    assert any("card USING COVERING INDEX card_worth (step_id=?)" in line for line in plan), plan
