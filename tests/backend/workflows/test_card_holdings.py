"""Notes, files, labels and further contacts of cards."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.change_log import changes_of
from backend.core.errors import Forbidden, NotFound, Required, StaleVersion, TooMany
from backend.core.ids import encode_id
from backend.labels.service import create_label
from backend.workflows.queries.contact_cards import cards_of_contacts, count_cards_of_contacts
from backend.workflows.queries.holdings import files_of_cards, notes_of_cards
from backend.workflows.rows import CardWanted
from backend.workflows.service import archive_cards, delete_cards, restore_cards
from backend.workflows.service.card_files import (
    add_card_files,
    delete_card_files,
    restore_card_files,
)
from backend.workflows.service.card_notes import (
    add_card_note,
    delete_card_note,
    edit_card_note,
    restore_card_note,
)
from backend.workflows.service.linking import label_cards, link_contacts, unlink_contact
from backend.workflows.service.purging import purge_deleted_details
from tests.factories.contacts import new_contact
from tests.factories.files import new_upload, read_file
from tests.factories.workflows import new_board, new_card, read_card


@pytest.fixture
async def anna(owner):
    return await new_contact(owner.actor, given_name="Anna", family_name="Rossi")


@pytest.fixture
async def card(owner, anna):
    return await new_card(owner.actor, await new_board(owner.actor), contact_id=anna.pk)


async def notes(actor, card, size=50, after=None):
    return (await notes_of_cards(actor.account_id, (card.pk,), size, after))[card.pk]


async def told(account_id, card):
    return [each.kind for each in await changes_of(account_id, "Card", card.pk, limit=30)]


async def test_notes_come_newest_first_and_belong_to_the_contacts_story(owner, anna, card):
    actor = owner.actor
    first = (await add_card_note(actor, card.pk, "**one**\n")).note
    second = (await add_card_note(actor, card.pk, "two")).note
    assert [note.pk for note in await notes(actor, card)] == [second.pk, first.pk]
    assert first.html == "<p><strong>one</strong></p>"
    change = (await changes_of(owner.account_id, "Card", card.pk, limit=9))[1]
    assert (change.kind, change.about_id) == ("card.note_added", anna.pk)
    assert change.payload["excerpt"] == "**one**"
    await delete_card_note(actor, first.pk)
    assert len(await notes(actor, card)) == 1
    await restore_card_note(actor, first.pk)
    assert len(await notes(actor, card)) == 2
    await delete_cards(actor, (card.pk,))
    with pytest.raises(NotFound):
        await restore_card_note(actor, first.pk)
    await restore_cards(actor, (card.pk,))


async def test_of_two_editors_of_a_note_the_second_is_told(owner, viewer, stranger, card):
    actor = owner.actor
    note = (await add_card_note(actor, card.pk, "said")).note
    edits = [edit_card_note(actor, note.pk, note.version, text) for text in ("a", "b")]
    done = await asyncio.gather(*edits, return_exceptions=True)
    assert sorted(type(each).__name__ for each in done) == ["CardNoteWritten", "StaleVersion"]
    with pytest.raises(StaleVersion):
        await edit_card_note(actor, note.pk, 1, "c")
    with pytest.raises(Required):
        await add_card_note(actor, card.pk, " \n ")
    with pytest.raises(Forbidden):
        await add_card_note(viewer.actor, card.pk, "x")
    with pytest.raises(NotFound):
        await edit_card_note(stranger.actor, note.pk, 2, "x")


async def test_files_are_given_deleted_brought_back_and_kept(owner, stranger, card, monkeypatch):
    actor = owner.actor
    upload = await new_upload(actor, b"hello", "brief.txt")
    given = encode_id("FileUpload", upload.pk)
    await add_card_files(actor, card.pk, (given,))
    await add_card_files(actor, card.pk, (given,))
    (file,) = (await files_of_cards(owner.account_id, (card.pk,)))[card.pk]
    assert (file.name, file.size_bytes) == ("brief.txt", 5)
    await delete_card_files(actor, card.pk, (file.pk,))
    assert (await files_of_cards(owner.account_id, (card.pk,)))[card.pk] == []
    await restore_card_files(actor, card.pk, (file.pk,))
    await restore_card_files(actor, card.pk, (file.pk,))
    assert await told(owner.account_id, card) == [
        "card.file_restored",
        "card.file_deleted",
        "card.file_added",
        "card.added",
    ]
    other = await new_card(actor, await new_board(actor))
    for act in (
        add_card_files(stranger.actor, card.pk, ()),
        delete_card_files(actor, other.pk, (file.pk,)),
        restore_card_files(actor, card.pk, (10**9,)),
        add_card_files(actor, card.pk, (encode_id("FileUpload", 10**9),)),
    ):
        with pytest.raises(NotFound):
            await act
    monkeypatch.setattr("backend.workflows.service.card_files.MAX_FILES", 1)
    with pytest.raises(TooMany):
        await add_card_files(actor, card.pk, (given,))
    assert await read_file(actor, upload.pk) is not None


async def test_labels_go_on_and_off_and_nothing_is_told_of_nothing(owner, stranger, card):
    actor = owner.actor
    vip, client = [(await create_label(actor, name)).label for name in ("vip", "client")]
    await label_cards(actor, (card.pk, card.pk), add=(vip.pk, client.pk), remove=())
    assert [each.name for each in (await read_card(actor, card.pk)).labels] == ["client", "vip"]
    before = await told(owner.account_id, card)
    await label_cards(actor, (card.pk,), add=(vip.pk,), remove=())
    assert await told(owner.account_id, card) == before
    await label_cards(actor, (card.pk,), add=(), remove=(vip.pk,))
    change = (await changes_of(owner.account_id, "Card", card.pk, limit=1))[0]
    assert change.payload["fields"] == ["labels"]
    assert (change.payload["before"], change.payload["after"]) == (
        {"labels": ["vip"]},
        {"labels": None},
    )
    theirs = (await create_label(stranger.actor, "theirs")).label
    for act in (
        label_cards(actor, (card.pk,), add=(theirs.pk,), remove=()),
        label_cards(stranger.actor, (card.pk,), add=(theirs.pk,), remove=()),
    ):
        with pytest.raises(NotFound):
            await act


async def test_further_contacts_have_the_card_too(owner, stranger, anna, card):
    actor = owner.actor
    bob = await new_contact(actor, given_name="Bob")
    await link_contacts(actor, card.pk, (bob.pk, bob.pk, anna.pk))
    await link_contacts(actor, card.pk, (bob.pk,))
    both = (anna.pk, bob.pk)
    found = await cards_of_contacts(owner.account_id, both, 10, None, False, CardWanted())
    assert {key: [each.pk for each in own] for key, own in found.items()} == {
        anna.pk: [card.pk],
        bob.pk: [card.pk],
    }
    assert await count_cards_of_contacts(owner.account_id, both, False) == dict.fromkeys(both, 1)
    await unlink_contact(actor, card.pk, bob.pk)
    await unlink_contact(actor, card.pk, bob.pk)
    assert await count_cards_of_contacts(owner.account_id, both, False) == {anna.pk: 1, bob.pk: 0}
    await archive_cards(actor, (card.pk,))
    assert await count_cards_of_contacts(owner.account_id, both, True) == {anna.pk: 1, bob.pk: 0}
    theirs = await new_contact(stranger.actor, given_name="Eve")
    other = await new_card(actor, await new_board(actor))
    await delete_contacts(actor, SelectedIds((bob.pk,)))
    for act in (
        link_contacts(actor, other.pk, (theirs.pk,)),
        link_contacts(stranger.actor, other.pk, (theirs.pk,)),
        link_contacts(actor, other.pk, (bob.pk,)),
    ):
        with pytest.raises(NotFound):
            await act


async def test_pages_of_a_contacts_cards_go_on_where_they_ended(owner, anna):
    from backend.core.paging import encode_key

    actor, board = owner.actor, await new_board(owner.actor)
    made = [await new_card(actor, board, str(each), contact_id=anna.pk) for each in range(3)]
    first = (await cards_of_contacts(owner.account_id, (anna.pk,), 2, None, False, CardWanted()))[
        anna.pk
    ]
    assert [each.pk for each in first] == [made[2].pk, made[1].pk]
    after = encode_key((first[-1].pk,))
    rest = await cards_of_contacts(owner.account_id, (anna.pk,), 2, after, False, CardWanted())
    assert [each.pk for each in rest[anna.pk]] == [made[0].pk]


async def test_what_was_deleted_long_ago_is_erased_with_its_file(owner, card, clock):
    actor = owner.actor
    note = (await add_card_note(actor, card.pk, "gone")).note
    kept = (await add_card_note(actor, card.pk, "kept")).note
    upload = await new_upload(actor)
    await add_card_files(actor, card.pk, (encode_id("FileUpload", upload.pk),))
    (file,) = (await files_of_cards(owner.account_id, (card.pk,)))[card.pk]
    await delete_card_note(actor, note.pk)
    await delete_card_files(actor, card.pk, (file.pk,))
    assert await purge_deleted_details() == 0
    clock.advance(days=31)
    assert await purge_deleted_details() == 2
    assert await read_file(actor, upload.pk) is None
    assert [each.pk for each in await notes(actor, card)] == [kept.pk]
    with pytest.raises(NotFound):
        await restore_card_note(actor, note.pk)
