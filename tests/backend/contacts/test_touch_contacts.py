"""Last activity, and facts of other domains that belong to a contact's story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

import pytest

from backend.contacts.drafts import ContactChanges
from backend.contacts.events import AboutContact, ContactTouched
from backend.contacts.queries.conflicts import conflict_since
from backend.contacts.rows import NOTHING
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    delete_contacts,
    purge_deleted_contacts,
    touched_contact,
    update_contact,
)
from backend.core.change_log import Fact, changes_after
from backend.core.database import read
from backend.core.unit_of_work import unit_of_work
from tests.factories.contacts import new_contact, read_contact


@dataclass(frozen=True, slots=True)
class LetterSent(AboutContact, Fact):
    """A fact of a domain above contacts."""

    kind: ClassVar[str] = "letter.sent"
    subject_type: ClassVar[str] = "Letter"

    title: str


async def touch(actor, contact_id, at=None):
    async with unit_of_work(actor) as unit:
        await touched_contact(unit, contact_id, at)


async def told(actor):
    """What the log holds since the contacts were made."""
    return [each for each in await changes_after(actor.account_id, 0, limit=100)
            if each.kind == ContactTouched.kind]  # fmt: skip


async def test_a_touch_moves_last_activity_and_lists_hear_of_it(owner, clock):
    anna = await new_contact(owner.actor, given_name="Anna")
    made = clock.now
    clock.advance(hours=2)
    await touch(owner.actor, anna.pk)
    now = await read_contact(owner.actor, anna.pk)
    assert now.last_activity_at == made + timedelta(hours=2)
    assert now.version == anna.version, "who edits it meanwhile is not interrupted"
    (change,) = await told(owner.actor)
    assert change.payload["before"]["times"][1] == anna.last_activity_micros


@pytest.mark.parametrize("hours", [-1, 0])
async def test_a_touch_in_the_past_changes_nothing(owner, clock, hours):
    anna = await new_contact(owner.actor, given_name="Anna")
    await touch(owner.actor, anna.pk, clock.now + timedelta(hours=hours))
    assert await told(owner.actor) == []


async def test_a_touch_in_the_future_is_one_now(owner, clock):
    anna = await new_contact(owner.actor, given_name="Anna")
    clock.advance(hours=1)
    await touch(owner.actor, anna.pk, clock.now + timedelta(days=3650))
    assert (await read_contact(owner.actor, anna.pk)).last_activity_at == clock.now


async def test_strangers_touch_nothing(owner, stranger, clock):
    anna = await new_contact(owner.actor, given_name="Anna")
    clock.advance(hours=1)
    await touch(stranger.actor, anna.pk)
    assert await told(stranger.actor) == []
    assert (await read_contact(owner.actor, anna.pk)).last_activity_micros == (
        anna.last_activity_micros
    )


async def test_a_conflict_names_what_changed_around_a_touch(owner, clock):
    anna = await new_contact(owner.actor, given_name="Anna")
    await update_contact(owner.actor, anna.pk, 1, ContactChanges(company="Atelier"))
    clock.advance(hours=1)
    await touch(owner.actor, anna.pk)
    await update_contact(owner.actor, anna.pk, 2, ContactChanges(position="Owner"))
    conflict = await conflict_since(owner.actor, anna.pk, 1, NOTHING)
    assert conflict.changed_fields == ["company", "position"]


async def test_a_fact_about_a_contact_is_erased_with_it(owner, clock):
    anna, bob = [await new_contact(owner.actor, given_name=name) for name in ("Anna", "Bob")]
    async with unit_of_work(owner.actor) as unit:
        unit.record(LetterSent(1, contact_id=anna.pk, title="To Anna"))
        unit.record(LetterSent(2, contact_id=bob.pk, title="To Bob"))
        unit.record(LetterSent(3, contact_id=None, title="To nobody"))
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    clock.advance(days=31)
    await purge_deleted_contacts()
    stored = await read.fetch(
        "SELECT subject_id, about_type, about_id, payload FROM change "
        "WHERE subject_type = 'Letter' ORDER BY subject_id"
    )
    letters = [(key, kind, about, "To" in payload) for key, kind, about, payload in stored]
    assert letters == [
        (1, "Contact", anna.pk, False),
        (2, "Contact", bob.pk, True),
        (3, None, None, True),
    ]
