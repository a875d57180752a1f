"""What other domains keep for contacts, as it follows them."""

from __future__ import annotations

import pytest

from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts, restore_contacts
from backend.core.database import read
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import undo_merge
from tests.backend.duplicates.merging import merge
from tests.factories.contacts import new_contact, read_contact


@pytest.fixture
async def told(database, owner, monkeypatch):
    """A follower with a table of its own, and what it was told."""
    heard: list[tuple[str, list[int]]] = []

    def hearing(word):
        async def hear(unit, ids):
            heard.append((word, sorted(ids)))

        return hear

    async with unit_of_work(owner.actor) as unit:
        await unit.execute("CREATE TABLE kept_thing (id INTEGER PRIMARY KEY, contact_id BIGINT)")
    follower = ContactFollower(
        "things",
        moving_rows("kept_thing"),
        forget=hearing("forget"),
        hide=hearing("hide"),
        show=hearing("show"),
    )
    monkeypatch.setitem(contact_followers.entries, "things", follower)
    yield heard
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("DROP TABLE kept_thing")


async def give(actor, contact, *keys):
    async with unit_of_work(actor) as unit:
        await unit.execute_many(
            "INSERT INTO kept_thing (id, contact_id) VALUES (?, ?)",
            [(key, contact.pk) for key in keys],
        )


async def things(contact):
    rows = await read.fetch(
        "SELECT id FROM kept_thing WHERE contact_id = ? ORDER BY id", (contact.pk,)
    )
    return [key for (key,) in rows]


async def test_goes_with_a_merge_and_comes_back_with_its_undoing(told, owner, anna, ana):
    actor = owner.actor
    await give(actor, anna, 1, 2)
    await give(actor, ana, 3, 4)
    done = await merge(actor, anna, ana)
    assert (await things(anna), await things(ana)) == ([1, 2, 3, 4], [])
    await give(actor, anna, 5)
    async with unit_of_work(actor) as unit:
        await unit.execute("DELETE FROM kept_thing WHERE id = 4")
    await undo_merge(actor, done.id)
    assert (await things(anna), await things(ana)) == ([1, 2, 5], [3])
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_move") == 0
    assert told == []


async def test_comes_back_through_two_merges(told, owner, anna, ana):
    actor = owner.actor
    third = await new_contact(actor, given_name="Zoë")
    await give(actor, ana, 1)
    await give(actor, anna, 2)
    first = await merge(actor, anna, ana)
    second = await merge(actor, third, await read_contact(actor, anna.pk))
    assert await things(third) == [1, 2]
    await undo_merge(actor, second.id)
    assert await things(anna) == [1, 2]
    await undo_merge(actor, first.id)
    assert (await things(anna), await things(ana)) == ([2], [1])


async def test_hears_of_the_trash_and_of_the_end(told, owner, anna, clock):
    actor = owner.actor
    await delete_contacts(actor, SelectedIds((anna.pk,)))
    await restore_contacts(actor, SelectedIds((anna.pk,)))
    assert told == [("hide", [anna.pk]), ("show", [anna.pk])]
    await delete_contacts(actor, SelectedIds((anna.pk,)))
    clock.advance(days=31)
    assert await purge_deleted_contacts() == 1
    assert told[-1] == ("forget", [anna.pk])
