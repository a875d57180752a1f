"""Notes where their contacts go: into others, out of them, and to the end; told as it happens."""

from __future__ import annotations

import asyncio

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts
from backend.core.change_log import current_sequence
from backend.core.database import read
from backend.core.paging import PageRequest
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.duplicates.service import undo_merge
from backend.notes.live import follow_notes
from backend.notes.queries import notes_page
from backend.notes.service import NoteDraft, add_note, delete_note, pin_note, restore_note
from tests.backend.duplicates.merging import merge
from tests.factories.contacts import new_contact
from tests.factories.personal_data import gathered

load_jobs()
DECLARED = personal_data.entries["notes"]


async def texts(actor, contact_id):
    return [note.text for note in (await notes_page(actor, contact_id, PageRequest.of())).rows]


async def add(actor, contact, text):
    return (await add_note(actor, contact.pk, NoteDraft(text))).note


async def test_goes_with_a_merge_and_comes_back_with_its_undoing(owner, anna):
    actor = owner.actor
    ana = await new_contact(actor, given_name="Ana")
    await add(actor, anna, "hers")
    gone = await add(actor, ana, "deleted")
    await delete_note(actor, gone.pk)
    await add(actor, ana, "theirs")
    done = await merge(actor, anna, ana)
    assert await texts(actor, anna.pk) == await texts(actor, ana.pk) == ["theirs", "hers"]
    await restore_note(actor, gone.pk)
    late = (await add_note(actor, ana.pk, NoteDraft("late"))).note
    assert late.contact_key == anna.pk
    await undo_merge(actor, done.id)
    assert await texts(actor, anna.pk) == ["late", "hers"]
    assert await texts(actor, ana.pk) == ["theirs", "deleted"]


async def test_tells_what_happens_to_a_contact_s_notes(owner, stranger, anna):
    actor = owner.actor
    ana = await new_contact(actor, given_name="Ana")
    place = await current_sequence(owner.account_id)
    await add(actor, ana, "elsewhere")
    note = await add(actor, anna, "here")
    telling = follow_notes(actor, anna.pk, place)

    async def told():
        change = await asyncio.wait_for(anext(telling), 5)
        return [each.text for each in change.changed], change.deleted, change.reset

    assert await told() == (["here"], [], False)
    await pin_note(actor, note.pk, pinned=True)
    assert await told() == (["here"], [], False)
    await delete_note(actor, note.pk)
    assert await told() == ([], [note.pk], False)
    await merge(actor, anna, ana)
    assert await told() == ([], [], True)
    await telling.aclose()
    assert await texts(stranger.actor, anna.pk) == []


async def test_gathers_and_erases_all_that_is_held(owner, stranger, anna, clock):
    actor = owner.actor
    await delete_note(actor, (await add(actor, anna, "about Anna")).pk)
    await add(actor, anna, "Anna again")
    held = await gathered(DECLARED, actor, anna.pk)
    assert [each["text"] for each in held] == ["Anna again", "about Anna"]
    assert held[1]["deleted_at"] is not None
    assert await gathered(DECLARED, stranger.actor, anna.pk) == []
    async with unit_of_work(stranger.actor) as unit:
        await DECLARED.erase(unit, anna.pk)
    assert len(await gathered(DECLARED, actor, anna.pk)) == 2
    bob = await new_contact(actor, given_name="Bob")
    await add(actor, bob, "about Bob")
    await delete_contacts(actor, SelectedIds((bob.pk,)))
    clock.advance(days=31)
    assert await purge_deleted_contacts() == 1
    async with unit_of_work(actor) as unit:
        await DECLARED.erase(unit, anna.pk)
    assert await read.fetch_value("SELECT COUNT(*) FROM note") == 0
    told = await read.fetch("SELECT payload FROM change WHERE subject_type = 'Note'")
    assert {payload for (payload,) in told} == {"{}"}
