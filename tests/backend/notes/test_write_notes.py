"""Notes written, edited, pinned, deleted and brought back."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, restore_contacts
from backend.core.change_log import changes_of
from backend.core.database import read
from backend.core.errors import (
    Forbidden,
    IdempotencyKeyReused,
    InvalidCharacters,
    NotFound,
    Required,
    StaleVersion,
    TooLong,
)
from backend.core.paging import PageRequest
from backend.notes.jobs import purge_deleted_notes
from backend.notes.kinds import NoteKind
from backend.notes.queries import count_notes, notes_page
from backend.notes.service import (
    NoteChanges,
    NoteDraft,
    add_note,
    delete_note,
    edit_note,
    pin_note,
    restore_note,
)
from tests.factories.contacts import read_contact

MEETING = NoteKind.MEETING_SUMMARY


async def texts(actor, contact, **page):
    found = await notes_page(actor, contact.pk, PageRequest.of(**page))
    return [note.text for note in found.rows]


async def add(actor, contact, text="Said **yes**", kind=None, **options):
    return (await add_note(actor, contact.pk, NoteDraft(text, kind), **options)).note


async def test_comes_pinned_first_then_newest(owner, anna):
    actor = owner.actor
    first, second, third = [await add(actor, anna, text) for text in ("one", "two", " three \n")]
    pinned = await pin_note(actor, first.pk, pinned=True)
    assert pinned.note.version == first.version
    assert await texts(actor, anna) == ["one", "three", "two"]
    page = await notes_page(actor, anna.pk, PageRequest.of(first=2))
    assert page.has_next
    assert [note.pk for note in page.rows] == [first.pk, third.pk]
    assert await count_notes(actor, anna.pk) == 3
    back = await notes_page(actor, anna.pk, PageRequest.of(last=1))
    assert [note.pk for note in back.rows] == [second.pk]
    story = await changes_of(owner.account_id, "Note", first.pk, limit=9)
    assert [each.kind for each in story] == ["note.pinned", "note.added"]
    assert story[1].payload == {"contact_id": anna.pk, "note_kind": None, "excerpt": "one"}
    about = "SELECT COUNT(*) FROM change WHERE about_type = 'Contact' AND about_id = ?"
    assert await read.fetch_value(about, (anna.pk,)) == 4


async def test_a_summary_is_activity_of_the_client_and_other_notes_are_not(owner, clock, anna):
    before = (await read_contact(owner.actor, anna.pk)).last_activity_at
    clock.advance(days=1)
    await add(owner.actor, anna, "bought a gift")
    assert (await read_contact(owner.actor, anna.pk)).last_activity_at == before
    await add(owner.actor, anna, "met", MEETING)
    assert (await read_contact(owner.actor, anna.pk)).last_activity_at > before


async def test_of_two_editors_the_second_is_told(owner, anna):
    actor = owner.actor
    note = await add(actor, anna)
    edits = [edit_note(actor, note.pk, note.version, NoteChanges(text=text)) for text in ("a", "b")]
    outcomes = await asyncio.gather(*edits, return_exceptions=True)
    (refused,) = [each for each in outcomes if isinstance(each, BaseException)]
    assert isinstance(refused, StaleVersion)
    assert refused.parameters == {"current_version": 2}
    kept = await edit_note(actor, note.pk, 2, NoteChanges(kind=MEETING))
    assert (kept.note.kind, kept.note.version) == (MEETING, 3)
    assert kept.note.text in ("a", "b")
    assert (await edit_note(actor, note.pk, 3, NoteChanges(kind=MEETING))).note.version == 3


async def test_refuses_what_is_no_note(owner, viewer, stranger, anna):
    for text, refusal in (
        (" \n ", Required),
        ("x" * 20_001, TooLong),
        ("bell \x07", InvalidCharacters),
    ):
        with pytest.raises(refusal):
            await add(owner.actor, anna, text)
    with pytest.raises(Forbidden):
        await add(viewer.actor, anna)
    with pytest.raises(NotFound):
        await add(stranger.actor, anna)
    assert await add(owner.actor, anna, "one\r\n\ttwo") is not None
    assert await texts(owner.actor, anna) == ["one\n    two"]
    assert await texts(stranger.actor, anna) == []


async def test_a_repeated_write_makes_one_note(owner, anna):
    first = await add(owner.actor, anna, idempotency_key="k")
    assert (await add(owner.actor, anna, idempotency_key="k")).pk == first.pk
    with pytest.raises(IdempotencyKeyReused):
        await add(owner.actor, anna, "another", idempotency_key="k")


async def test_is_deleted_brought_back_and_erased_in_time(owner, stranger, anna, clock):
    actor = owner.actor
    note = await add(actor, anna, "secret plan")
    with pytest.raises(NotFound):
        await delete_note(stranger.actor, note.pk)
    await delete_note(actor, note.pk)
    assert await texts(actor, anna) == []
    with pytest.raises(NotFound):
        await edit_note(actor, note.pk, 1, NoteChanges(text="x"))
    for _ in range(2):
        assert (await restore_note(actor, note.pk)).note.text == "secret plan"
    await delete_note(actor, note.pk)
    clock.advance(days=30)
    await purge_deleted_notes()
    with pytest.raises(NotFound):
        await restore_note(actor, note.pk)
    story = await changes_of(owner.account_id, "Note", note.pk, limit=9)
    assert [each.payload for each in story] == [{}] * 4


async def test_hides_with_the_contact_and_comes_back_with_it(owner, anna):
    actor, chosen = owner.actor, SelectedIds((anna.pk,))
    note = await add(actor, anna)
    await delete_contacts(actor, chosen)
    assert await texts(actor, anna) == []
    for doing in (add(actor, anna), pin_note(actor, note.pk, pinned=True)):
        with pytest.raises(NotFound):
            await doing
    await restore_contacts(actor, chosen)
    assert await texts(actor, anna) == [note.text]
