"""Files of a contact: added, renamed, deleted and brought back, and gone with their bytes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.contacts.about_live import follow_about
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts, restore_contacts
from backend.core.change_log import changes_after, current_sequence
from backend.core.clock import frozen, now
from backend.core.errors import Forbidden, NotFound, Required
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.permissions import Role
from backend.core.registry import personal_data
from backend.core.storage import get_file
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import undo_merge
from backend.files import service as files
from backend.files.queries.attachments import (
    attachments_page,
    attachments_to_purge,
    count_attachments,
    first_attachments,
)
from backend.files.service import trash
from tests.backend.duplicates.merging import merge
from tests.factories.accounts import new_member
from tests.factories.contacts import new_contact
from tests.factories.files import new_upload, read_file
from tests.factories.personal_data import gathered


@pytest.fixture
async def anna(owner):
    return await new_contact(owner.actor, given_name="Anna")


async def attach(actor, contact, name="offer.txt"):
    upload = await new_upload(actor, name=name)
    done = await files.add_attachments(actor, contact.pk, [upload.upload_id])
    return done.attachments[0]


async def names(actor, contact, **page):
    return [
        row.name for row in (await attachments_page(actor, contact.pk, PageRequest.of(**page))).rows
    ]


async def told(actor):
    changes = await changes_after(actor.account_id, 0, limit=100)
    return [each for each in changes if each.subject_type == "Attachment"]


async def test_files_come_newest_first_page_by_page(owner, anna):
    for name in ("a.txt", "b.txt", "c.txt"):
        await attach(owner.actor, anna, name)
    page = await attachments_page(owner.actor, anna.pk, PageRequest.of(first=2))
    assert ([row.name for row in page.rows], page.has_next) == (["c.txt", "b.txt"], True)
    first = (await first_attachments(owner.account_id, (anna.pk,), 2))[anna.pk]
    assert [row.name for row in first] == ["c.txt", "b.txt"]
    assert await count_attachments(owner.actor, anna.pk) == 3
    (fact, *_) = await told(owner.actor)
    assert (fact.kind, fact.payload["title"]) == ("attachment.added", "a.txt")
    assert fact.payload["contact_id"] == anna.pk


async def test_the_same_upload_is_one_file(owner, anna):
    upload = await new_upload(owner.actor)
    for _ in range(2):
        done = await files.add_attachments(owner.actor, anna.pk, [upload.upload_id] * 2)
        assert len({each.pk for each in done.attachments}) == 1
    assert await names(owner.actor, anna) == ["note.txt"]


async def test_a_new_name_is_safe_and_told(owner, anna):
    row = await attach(owner.actor, anna)
    done = await files.rename_attachment(owner.actor, row.pk, "../Offer 2\n.txt")
    assert done.attachments[0].name == "Offer 2 .txt"
    fact = (await told(owner.actor))[-1]
    assert fact.payload["title"] == "Offer 2 .txt"
    assert fact.payload["changes"][0]["before"] == ["offer.txt"]
    with pytest.raises(Required):
        await files.rename_attachment(owner.actor, row.pk, " ")


async def test_others_neither_add_nor_change(owner, stranger, anna):
    row = await attach(owner.actor, anna)
    theirs = await new_upload(stranger.actor)
    viewer = (await new_member(owner, Role.VIEWER)).actor
    with pytest.raises(NotFound):
        await files.add_attachments(stranger.actor, anna.pk, [theirs.upload_id])
    with pytest.raises(NotFound):
        await files.add_attachments(owner.actor, anna.pk, [theirs.upload_id])
    for actor, refusal in ((stranger.actor, NotFound), (viewer, Forbidden)):
        with pytest.raises(refusal):
            await files.rename_attachment(actor, row.pk, "x.txt")
        with pytest.raises(refusal):
            await files.delete_attachments(actor, [row.pk])
    assert await names(stranger.actor, anna) == []
    assert await names(viewer, anna) == ["offer.txt"]


async def test_a_file_that_comes_back_while_others_are_erased_stays(owner, anna, monkeypatch):
    row = await attach(owner.actor, anna)
    await files.delete_attachments(owner.actor, [row.pk])
    found_doomed = attachments_to_purge

    async def restored_meanwhile(limit):
        doomed = await found_doomed(limit)
        assert doomed == {owner.account_id: [row.pk]}
        await files.restore_attachments(owner.actor, [row.pk])
        return doomed

    monkeypatch.setattr(trash, "attachments_to_purge", restored_meanwhile)
    with frozen(now() + timedelta(days=31)):
        await files.purge_deleted_attachments()
    assert await names(owner.actor, anna) == ["offer.txt"]


async def test_a_deleted_file_comes_back_for_thirty_days_then_goes_with_its_bytes(owner, anna):
    row = await attach(owner.actor, anna)
    file = await read_file(owner.actor, row.file_key)
    assert file is not None
    await files.delete_attachments(owner.actor, [row.pk])
    assert await names(owner.actor, anna) == []
    await files.restore_attachments(owner.actor, [row.pk])
    assert await names(owner.actor, anna) == ["offer.txt"]
    await files.delete_attachments(owner.actor, [row.pk])
    with frozen(now() + timedelta(days=29)):
        assert await files.forget_unused_files() == 0
        assert await files.purge_deleted_attachments() == 0
    with frozen(now() + timedelta(days=31)):
        assert await files.purge_deleted_attachments() == 1
        await run_due_jobs()
    assert await get_file(file.storage_key) is None
    assert {each.payload.get("title") for each in await told(owner.actor)} == {None}
    with pytest.raises(NotFound):
        await files.restore_attachments(owner.actor, [row.pk])


async def test_files_follow_their_contact(owner, anna):
    ana = await new_contact(owner.actor, given_name="Ana")
    await attach(owner.actor, anna, "a.txt")
    moved = await attach(owner.actor, ana, "b.txt")
    merged = await merge(owner.actor, anna, ana)
    assert await names(owner.actor, anna) == ["b.txt", "a.txt"]
    assert await names(owner.actor, ana) == ["b.txt", "a.txt"], "its id answers with who has it all"
    await undo_merge(owner.actor, merged.id)
    assert (await names(owner.actor, anna), await names(owner.actor, ana)) == (["a.txt"], ["b.txt"])
    await delete_contacts(owner.actor, SelectedIds((ana.pk,)))
    assert await names(owner.actor, ana) == []
    with pytest.raises(NotFound):
        await files.rename_attachment(owner.actor, moved.pk, "c.txt")
    await restore_contacts(owner.actor, SelectedIds((ana.pk,)))
    assert await names(owner.actor, ana) == ["b.txt"]
    await delete_contacts(owner.actor, SelectedIds((ana.pk,)))
    with frozen(now() + timedelta(days=31)):
        await purge_deleted_contacts()
        await run_due_jobs()
    assert await read_file(owner.actor, moved.file_key) is None


async def test_what_is_held_is_gathered_and_erased(owner, anna):
    row = await attach(owner.actor, anna)
    held = personal_data.entries["attachments"]
    (found,) = await gathered(held, owner.actor, anna.pk)
    assert (found["name"], found["size_bytes"]) == ("offer.txt", 5)
    async with unit_of_work(owner.actor) as unit:
        await held.erase(unit, anna.pk)
    assert await names(owner.actor, anna) == []
    assert await read_file(owner.actor, row.file_key) is None


async def test_open_windows_hear_of_it(owner, anna):
    place = await current_sequence(owner.account_id)
    telling = follow_about(owner.actor, anna.pk, "Attachment", place)
    row = await attach(owner.actor, anna)
    assert (await anext(telling)).keys == [row.pk]
    await files.delete_attachments(owner.actor, [row.pk])
    assert (await anext(telling)).keys == [row.pk]
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    assert (await anext(telling)).reset
    await telling.aclose()
