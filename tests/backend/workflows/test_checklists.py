"""Points of checklists: typed, ticked off, moved, deleted and brought back."""

from __future__ import annotations

import asyncio
import random

import pytest

from backend.core.change_log import changes_of
from backend.core.errors import (
    Forbidden,
    IdempotencyKeyReused,
    InvalidCharacters,
    NotFound,
    Required,
    TooLong,
    TooMany,
)
from backend.workflows import limits
from backend.workflows.errors import CardArchived, NeighbourInvalid
from backend.workflows.queries.holdings import checklists
from backend.workflows.service import archive_cards
from backend.workflows.service.checklist import (
    add_item,
    change_item,
    delete_item,
    move_item,
    restore_item,
)
from tests.factories.workflows import new_board, new_card, read_card


@pytest.fixture
async def card(owner):
    return await new_card(owner.actor, await new_board(owner.actor))


async def points(actor, card):
    found = await checklists(actor.account_id, (card.pk,))
    return [(item.text, item.done) for item in found[card.pk]]


async def add(actor, card, *texts):
    return [(await add_item(actor, card.pk, text))[0] for text in texts]


async def test_points_stand_as_typed_and_are_counted_on_the_card(owner, card):
    actor = owner.actor
    first, second = await add(actor, card, " Logo ", "Text")
    await change_item(actor, first, done=True)
    await change_item(actor, second, text="Texts", done=False)
    assert await points(actor, card) == [("Logo", True), ("Texts", False)]
    now = await read_card(actor, card.pk)
    assert (now.checklist_done, now.checklist_total) == (1, 2)
    assert now.version == card.version + 4
    assert now.edited_version == card.edited_version
    await delete_item(actor, first)
    assert (await read_card(actor, card.pk)).checklist_done == 0
    await restore_item(actor, first)
    await restore_item(actor, first)
    await change_item(actor, first, done=False)
    told = [each.kind for each in await changes_of(owner.account_id, "Card", card.pk, limit=20)]
    assert told == [
        "card.item_reopened",
        "card.item_restored",
        "card.item_deleted",
        "card.item_reworded",
        "card.item_done",
        "card.item_added",
        "card.item_added",
        "card.added",
    ]
    assert await points(actor, card) == [("Logo", False), ("Texts", False)]


async def test_random_moves_do_what_a_list_does(owner, card):
    actor, chance = owner.actor, random.Random(7)
    model = await add(actor, card, *"abcdef")
    for _ in range(40):
        item, other = chance.sample(model, 2)
        before = chance.random() < 0.5
        await move_item(actor, item, **{"before_id" if before else "after_id": other})
        model.remove(item)
        model.insert(model.index(other) + (0 if before else 1), item)
        found = await checklists(actor.account_id, (card.pk,))
        assert [each.pk for each in found[card.pk]] == model
    version = (await read_card(actor, card.pk)).version
    await move_item(actor, model[-1])
    assert (await read_card(actor, card.pk)).version == version


async def test_between_the_same_two_there_is_always_room(owner, card):
    actor = owner.actor
    first, second, third = await add(actor, card, "a", "b", "c")
    for _ in range(60):
        await move_item(actor, third, before_id=second)
        second, third = third, second
    found = (await checklists(actor.account_id, (card.pk,)))[card.pk]
    assert found[0].pk == first
    assert max(len(each.rank) for each in found) <= 32


async def test_refuses_what_is_no_place(owner, stranger, card):
    actor = owner.actor
    (one,) = await add(actor, card, "one")
    other_card = await new_card(actor, await new_board(actor))
    (other,) = await add(actor, other_card, "other")
    for where in ({"before_id": one}, {"after_id": other}, {"before_id": 10**9}):
        with pytest.raises(NeighbourInvalid):
            await move_item(actor, one, **where)
    with pytest.raises(NeighbourInvalid):
        await move_item(actor, one, before_id=other, after_id=other)
    with pytest.raises(NotFound):
        await move_item(stranger.actor, one)


async def test_refuses_bad_text_strangers_viewers_and_archived_cards(
    owner, viewer, stranger, card, monkeypatch
):
    actor = owner.actor
    for text, refusal in ((" \n", Required), ("x" * 501, TooLong), ("a\x00b", InvalidCharacters)):
        with pytest.raises(refusal):
            await add_item(actor, card.pk, text)
    (one,) = await add(actor, card, "one")
    with pytest.raises(Forbidden):
        await add_item(viewer.actor, card.pk, "x")
    for act in (
        add_item(stranger.actor, card.pk, "x"),
        change_item(stranger.actor, one, done=True),
        delete_item(stranger.actor, one),
        restore_item(stranger.actor, one),
    ):
        with pytest.raises(NotFound):
            await act
    monkeypatch.setattr("backend.workflows.service.checklist.MAX_ITEMS", 2)
    await add(actor, card, "two")
    with pytest.raises(TooMany):
        await add_item(actor, card.pk, "three")
    await archive_cards(actor, (card.pk,))
    with pytest.raises(CardArchived):
        await change_item(actor, one, done=True)
    assert limits.MAX_ITEMS == 200


async def test_a_repeated_key_adds_one_point(owner, card):
    actor = owner.actor
    tries = [add_item(actor, card.pk, "once", idempotency_key="k") for _ in range(5)]
    assert len({key for key, _ in await asyncio.gather(*tries)}) == 1
    assert await points(actor, card) == [("once", False)]
    with pytest.raises(IdempotencyKeyReused):
        await add_item(actor, card.pk, "twice", idempotency_key="k")
