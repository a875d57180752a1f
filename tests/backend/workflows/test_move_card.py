"""Moving cards: where they land, what is refused, and who wins."""

from __future__ import annotations

import asyncio

import pytest

from backend.core.change_log import changes_after, current_sequence
from backend.core.database import read
from backend.core.errors import (
    Forbidden,
    IdempotencyKeyReused,
    NotFound,
    StaleVersion,
    TooLong,
)
from backend.core.unit_of_work import unit_of_work
from backend.workflows.errors import (
    CardArchived,
    CardDeleted,
    NeighbourGone,
    NeighbourInvalid,
    NotLost,
    StepGone,
    WorkflowDeleted,
)
from backend.workflows.rules.kinds import CardPlace, WorkflowTemplate
from backend.workflows.rules.ranks import LONGEST
from backend.workflows.service import (
    Beside,
    CardChanges,
    CardMove,
    archive_cards,
    delete_cards,
    delete_step,
    delete_workflow,
    move_card,
    update_card,
)
from tests.backend.workflows.test_boards_as_a_model import shown
from tests.factories.workflows import new_board, new_card, read_card


@pytest.fixture
async def board(owner):
    return await new_board(owner.actor)


@pytest.fixture
async def cards(owner, board):
    """Three cards in the first step, one in the second."""
    first = [await new_card(owner.actor, board, f"Card {n}") for n in range(3)]
    return [*first, await new_card(owner.actor, board, "Other", 1)]


def move(board, step: int = 0, version: int = 1, **beside) -> CardMove:
    return CardMove(board.steps[step].pk, version, Beside(**beside))


async def keys(owner, board, place: int = 0) -> list[int]:
    return (await shown(owner.actor, board.workflow.pk))[board.steps[place].pk]


async def test_a_card_lands_where_it_is_put_and_says_where_it_was(owner, board, cards):
    one, two, three, other = (card.pk for card in cards)
    moved = await move_card(owner.actor, three, move(board, 1, before_id=other))
    assert await keys(owner, board, 1) == [three, other]
    assert (moved.from_step_id, moved.from_after_id) == (board.steps[0].pk, two)
    assert moved.card.version == 2
    await move_card(owner.actor, other, move(board, 0, after_id=one))
    assert await keys(owner, board) == [one, other, two]
    await move_card(owner.actor, two, move(board, 0, place=CardPlace.TOP))
    assert await keys(owner, board) == [two, one, other]
    assert moved.from_step_id is not None
    back = CardMove(moved.from_step_id, 2, Beside(after_id=moved.from_after_id))
    await move_card(owner.actor, three, back)
    assert await keys(owner, board) == [two, three, one, other]


async def test_where_a_card_is_already_nothing_is_written(owner, board, cards):
    before = await current_sequence(owner.account_id)
    same = await move_card(owner.actor, cards[1].pk, move(board, after_id=cards[0].pk))
    assert same.card.version == 1
    assert await current_sequence(owner.account_id) == before


async def test_an_edit_and_a_move_do_not_refuse_one_another(owner, member, board, cards):
    key = cards[0].pk
    await update_card(member.actor, key, 1, CardChanges(title="Renamed"))
    moved = await move_card(owner.actor, key, move(board, 1, version=1))
    assert (moved.card.version, moved.card.title) == (3, "Renamed")
    edited = await update_card(member.actor, key, 2, CardChanges(title="Again"))
    assert edited.card.version == 4
    with pytest.raises(StaleVersion):
        await move_card(owner.actor, key, move(board, 0, version=2))
    with pytest.raises(StaleVersion):
        await move_card(owner.actor, key, move(board, 0, version=99))


async def test_a_reason_is_kept_while_a_card_is_lost(owner, board, cards):
    key, lost = cards[0].pk, board.step("lost")
    with pytest.raises(NotLost):
        await move_card(owner.actor, key, CardMove(board.steps[1].pk, 1, lost_reason="Price"))
    with pytest.raises(TooLong):
        await move_card(owner.actor, key, CardMove(lost.pk, 1, lost_reason="x" * 301))
    moved = await move_card(owner.actor, key, CardMove(lost.pk, 1, lost_reason=" Price "))
    assert moved.card.lost_reason == "Price"
    back = await move_card(owner.actor, key, move(board, 1, version=2))
    assert back.card.lost_reason is None


async def test_what_cannot_be_is_refused_and_the_board_is_unharmed(owner, board, cards):
    one, two, _, other = (card.pk for card in cards)
    archived, deleted = [await new_card(owner.actor, board) for _ in range(2)]
    await archive_cards(owner.actor, [archived.pk])
    await delete_cards(owner.actor, [deleted.pk])
    await delete_step(owner.actor, board.steps[2].pk, 1)
    gone = await new_board(owner.actor, WorkflowTemplate.EMPTY)
    await delete_workflow(owner.actor, gone.workflow.pk)
    before = await shown(owner.actor, board.workflow.pk)
    refused = [
        (one, move(board, before_id=one), NeighbourInvalid, ("beforeId",)),
        (one, move(board, after_id=one), NeighbourInvalid, ("afterId",)),
        (one, move(board, before_id=two, after_id=two), NeighbourInvalid, ("afterId",)),
        (one, move(board, before_id=other), NeighbourGone, ("beforeId",)),
        (one, move(board, after_id=archived.pk), NeighbourGone, ("afterId",)),
        (one, move(board, after_id=deleted.pk), NeighbourGone, ("afterId",)),
        (one, move(board, after_id=10**9), NotFound, ("afterId",)),
        (one, move(board, 2), StepGone, ("stepId",)),
        (one, CardMove(10**9, 1), NotFound, ("stepId",)),
        (one, move(gone), WorkflowDeleted, ("stepId",)),
        (10**9, move(board), NotFound, ("id",)),
        (archived.pk, move(board, version=2), CardArchived, ("id",)),
        (deleted.pk, move(board, version=2), CardDeleted, ("id",)),
    ]
    for key, asked, kind, path in refused:
        with pytest.raises(kind) as error:
            await move_card(owner.actor, key, asked)
        assert error.value.path == path
    assert await shown(owner.actor, board.workflow.pk) == before


async def test_nothing_of_another_account_is_found(owner, stranger, viewer, board, cards):
    own = await new_board(stranger.actor)
    mine = await new_card(stranger.actor, own)
    with pytest.raises(NotFound):
        await move_card(stranger.actor, cards[0].pk, move(own))
    with pytest.raises(NotFound) as error:
        await move_card(stranger.actor, mine.pk, move(board))
    assert error.value.path == ("stepId",)
    with pytest.raises(NotFound) as error:
        await move_card(stranger.actor, mine.pk, move(own, after_id=cards[0].pk))
    assert error.value.path == ("afterId",)
    with pytest.raises(Forbidden):
        await move_card(viewer.actor, cards[0].pk, move(board, 1))


async def test_the_same_key_moves_once(owner, board, cards):
    key = cards[0].pk
    for _ in range(2):
        moved = await move_card(owner.actor, key, move(board, 1), idempotency_key="k")
        assert moved.card.version == 2
    with pytest.raises(IdempotencyKeyReused):
        await move_card(owner.actor, key, move(board, 0), idempotency_key="k")


async def test_a_card_may_go_to_another_board(owner, board, cards):
    other = await new_board(owner.actor, WorkflowTemplate.SUPPORT)
    moved = await move_card(owner.actor, cards[0].pk, move(other))
    assert moved.card.workflow_key == other.workflow.pk
    assert await keys(owner, other) == [cards[0].pk]
    assert await keys(owner, board) == [cards[1].pk, cards[2].pk]


async def test_stays_tell_where_a_card_was_and_since_when(owner, board, cards):
    key = cards[0].pk
    await move_card(owner.actor, key, move(board, 1))
    await move_card(owner.actor, key, move(board, 1, version=2, place=CardPlace.TOP))
    await move_card(owner.actor, key, move(board, 0, version=3))
    stays = await read.fetch(
        "SELECT step_id, entered_at, left_at FROM card_stay WHERE card_id = ? ORDER BY id", (key,)
    )
    assert [row[0] for row in stays] == [board.steps[n].pk for n in (0, 1, 0)]
    assert [row[2] for row in stays] == [stays[1][1], stays[2][1], None]


async def test_of_twenty_who_move_one_card_at_once_one_wins(owner, member, board, cards):
    key, before = cards[0].pk, await current_sequence(owner.account_id)

    async def attempt(number: int) -> bool:
        actor = (owner, member)[number % 2].actor
        try:
            await move_card(actor, key, move(board, 1 + number % 4))
        except StaleVersion:
            return False
        return True

    won = await asyncio.gather(*(attempt(number) for number in range(20)))
    assert won.count(True) == 1
    card = await read_card(owner.actor, key)
    assert (card.version, card.moved_version) == (2, 2)
    held = await shown(owner.actor, board.workflow.pk)
    assert [step for step, own in held.items() if key in own] == [card.step_key]
    (told,) = await changes_after(owner.account_id, before, limit=50)
    assert (told.kind, told.payload["step"]) == ("card.moved", card.step_id)


async def test_of_twenty_cards_moved_at_once_all_arrive_in_one_order(owner, member, board):
    made = [await new_card(owner.actor, board, f"Card {n}") for n in range(20)]
    before = await current_sequence(owner.account_id)
    await asyncio.gather(
        *(
            move_card((owner, member)[n % 2].actor, card.pk, move(board, 1, place=CardPlace.TOP))
            for n, card in enumerate(made)
        )
    )
    told = await changes_after(owner.account_id, before, limit=50)
    assert [change.sequence for change in told] == list(range(before + 1, before + 21))
    in_order = [change.subject_id for change in told]
    assert await keys(owner, board, 1) == in_order[::-1]


async def test_however_many_go_between_the_same_two_ranks_stay_short(owner, board, cards):
    """Each takes the place right behind the first: the ranks there are spread anew when narrow."""
    first, *others = (card.pk for card in cards[:3])
    versions = dict.fromkeys(others, 1)
    for number in range(400):
        key = others[(number + 1) % 2]
        asked = move(board, version=versions[key], after_id=first)
        versions[key] = (await move_card(owner.actor, key, asked)).card.version
    sql = "SELECT rank FROM card WHERE step_id = ?"
    ranks = [row[0] for row in await read.fetch(sql, (board.steps[0].pk,))]
    assert max(map(len, ranks)) <= LONGEST
    assert len(set(ranks)) == len(ranks)


async def test_narrow_places_are_spread_without_anyone_noticing(owner, board, cards):
    keys_before = await keys(owner, board)
    narrow = ["a0" + "V" * 30, "a0" + "V" * 31, "a0" + "V" * 32]
    async with unit_of_work(owner.actor) as unit:
        await unit.execute_many(
            "UPDATE card SET rank = ? WHERE id = ?",
            [(rank, card.pk) for rank, card in zip(narrow, cards, strict=False)],
        )
    other = cards[3].pk
    await move_card(owner.actor, other, move(board, after_id=keys_before[0]))
    one, two, three = keys_before
    assert await keys(owner, board) == [one, other, two, three]
    longest = await read.fetch_value("SELECT MAX(LENGTH(rank)) FROM card")
    assert longest <= LONGEST // 2
