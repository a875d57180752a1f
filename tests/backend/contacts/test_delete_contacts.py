"""The trash: in, out by undo, and gone for good."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.acts import ActState
from backend.contacts.drafts import EmailDraft
from backend.contacts.filters import EVERYONE, Deleted, LabelsAny, Search
from backend.contacts.jobs import purge_deleted_contacts as purge_job
from backend.contacts.limits import AT_ONCE
from backend.contacts.queries.acts import get_act
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.lookups import get_contact
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import (
    delete_contacts,
    purge_deleted_contacts,
    restore_contacts,
    restore_deletion,
    undo_act,
)
from backend.core.change_log import changes_of
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound, Refusals
from backend.core.jobs.handlers import schedules
from backend.core.jobs.worker import run_due_jobs
from backend.labels.queries import labels_by_id
from tests.factories.contacts import many_contacts, new_contact, new_label, read_contact

TRASH = Deleted(deleted=True)


async def label_count(actor, label: int) -> int:
    return (await labels_by_id(actor, [label]))[label].contact_count


async def test_a_deleted_contact_is_in_the_trash_and_nowhere_else(owner, clock):
    label = await new_label(owner.actor)
    anna = await new_contact(owner.actor, given_name="Anna", label_ids=[label])
    await new_contact(owner.actor, given_name="Bob", label_ids=[label])
    deletion = await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    assert deletion.deleted_count == 1
    assert deletion.cursor
    assert (await read_contact(owner.actor, anna.pk)).deleted_at == clock.now
    assert await count_contacts(owner.actor, EVERYONE) == 1
    assert await count_contacts(owner.actor, Search("anna")) == 0
    assert await count_contacts(owner.actor, TRASH) == 1
    assert await label_count(owner.actor, label) == 1
    assert await count_contacts(owner.actor, LabelsAny(frozenset({label}))) == 1


async def test_undo_restores_exactly_what_it_deleted(owner):
    label = await new_label(owner.actor)
    keys = await many_contacts(owner.actor, 12, labels=[label])
    before = [await read_contact(owner.actor, key) for key in keys]
    counted = await label_count(owner.actor, label)
    await delete_contacts(owner.actor, SelectedIds(tuple(keys[:3])))
    second = await delete_contacts(owner.actor, SelectedIds(tuple(keys[:8])))
    assert second.deleted_count == 5, "three were in the trash already"
    assert second.id is not None
    restored = await restore_deletion(owner.actor, second.id)
    assert restored.restored_count == 5
    assert await count_contacts(owner.actor, EVERYONE) == 9
    again = await restore_deletion(owner.actor, second.id)
    assert again.restored_count == 0
    first = await restore_contacts(owner.actor, SelectedIds(tuple(keys)))
    assert first.restored_count == 3
    assert await label_count(owner.actor, label) == counted
    for row in before:
        now = await read_contact(owner.actor, row.pk)
        assert now.deleted_at is None
        assert now.version == (3 if row.pk in keys[:8] else 1)
        assert (now.emails, now.phones, now.labels) == (row.emails, row.phones, row.labels)


async def test_the_whole_result_of_a_filter_can_be_deleted_and_restored(owner):
    await many_contacts(owner.actor, 450)
    found = await count_contacts(owner.actor, Search("ferr"))
    deletion = await delete_contacts(owner.actor, SelectedFilter(Search("ferr")))
    assert deletion.deleted_count == found > 60
    assert await count_contacts(owner.actor, EVERYONE) == 450 - found
    whole = await delete_contacts(owner.actor, SelectedFilter(EVERYONE))
    assert whole.deleted_count == 450 - found
    assert deletion.id is not None
    assert (await restore_deletion(owner.actor, deletion.id)).restored_count == found
    rest = await restore_contacts(owner.actor, SelectedFilter(TRASH))
    assert rest.restored_count == 450 - found
    assert await count_contacts(owner.actor, Search("ferr")) == found


async def test_deleting_nothing_undoes_nothing(owner):
    for selection in (SelectedIds(()), SelectedFilter(Search("nobody"))):
        deletion = await delete_contacts(owner.actor, selection)
        assert (deletion.id, deletion.deleted_count, deletion.cursor) == (None, 0, "")
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_deletion") == 0


async def test_deleted_twice_at_once_is_counted_once(owner, member):
    keys = tuple(await many_contacts(owner.actor, 20))
    answers = await asyncio.gather(
        *(delete_contacts(actor, SelectedIds(keys)) for actor in (owner.actor, member.actor))
    )
    assert sorted(answer.deleted_count for answer in answers) == [0, 20]
    assert await count_contacts(owner.actor, EVERYONE) == 0


async def test_refuses_unknown_ids_strangers_and_readers(owner, viewer, stranger):
    anna = await new_contact(owner.actor)
    with pytest.raises(Refusals) as caught:
        await delete_contacts(owner.actor, SelectedIds((anna.pk, 999)))
    (refusal,) = caught.value.refusals
    assert (refusal.code, refusal.path) == ("NOT_FOUND", ("selection", "ids", "1"))
    for act in (delete_contacts, restore_contacts):
        with pytest.raises(Refusals):
            await act(stranger.actor, SelectedIds((anna.pk,)))
        with pytest.raises(Forbidden):
            await act(viewer.actor, SelectedIds((anna.pk,)))
    theirs = await delete_contacts(stranger.actor, SelectedFilter(EVERYONE))
    assert theirs.deleted_count == 0
    deletion = await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    assert deletion.id is not None
    with pytest.raises(NotFound):
        await restore_deletion(stranger.actor, deletion.id)
    with pytest.raises(Forbidden):
        await restore_deletion(viewer.actor, deletion.id)
    with pytest.raises(NotFound):
        await restore_deletion(owner.actor, 999)


async def test_after_thirty_days_nothing_of_it_is_left(owner, stranger, clock):
    label = await new_label(owner.actor)
    anna = await new_contact(
        owner.actor,
        given_name="Anna",
        emails=[EmailDraft("anna@example.org")],
        label_ids=[label],
    )
    kept = await new_contact(owner.actor, given_name="Bob")
    theirs = await new_contact(stranger.actor, given_name="Anna")
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    clock.advance(days=29)
    await delete_contacts(stranger.actor, SelectedIds((theirs.pk,)))
    assert await purge_deleted_contacts() == 0
    clock.advance(days=1)
    assert await purge_deleted_contacts() == 1
    assert await get_contact(owner.actor, anna.pk) is None
    assert await count_contacts(owner.actor, TRASH) == 0
    for table in ("contact_email", "contact_label"):
        assert await read.fetch_value(f"SELECT COUNT(*) FROM {table}") == 0
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_search") == 2
    history = await changes_of(owner.account_id, "Contact", anna.pk, limit=9)
    assert [change.kind for change in history] == [
        "contact.purged",
        "contact.deleted",
        "contact.created",
    ]
    assert all("nna" not in str(change.payload) for change in history)
    assert (await read_contact(owner.actor, kept.pk)).given_name == "Bob"
    assert await count_contacts(stranger.actor, TRASH) == 1


async def test_the_purge_runs_by_itself(owner, clock):
    keys = await many_contacts(owner.actor, 30)
    deletion = await delete_contacts(owner.actor, SelectedIds(tuple(keys)))
    assert "purge_deleted_contacts" in schedules
    clock.advance(days=30)
    await purge_job()
    assert await read.fetch_value("SELECT COUNT(*) FROM contact") == 0
    assert deletion.id is not None
    with pytest.raises(NotFound):
        await restore_deletion(owner.actor, deletion.id)


async def test_what_was_restored_can_be_deleted_again_as_one(owner, member, clock):
    keys = await many_contacts(owner.actor, 3)
    before = await read_contact(owner.actor, keys[0])
    clock.advance(hours=1)
    deletion = await delete_contacts(owner.actor, SelectedIds(tuple(keys)))
    clock.advance(hours=1)
    restored = await restore_contacts(owner.actor, SelectedIds(tuple(keys)))
    assert restored.act.undo is not None
    undone = (await undo_act(member.actor, restored.act.pk)).act
    assert (undone.state, undone.restored_count, undone.kept_count) == (ActState.UNDONE, 3, 0)
    assert await count_contacts(owner.actor, TRASH) == 3
    again = (await undo_act(member.actor, deletion.act.pk)).act
    assert (again.restored_count, again.kept_count) == (3, 0)
    after = await read_contact(owner.actor, keys[0])
    assert after.last_activity_at == before.last_activity_at


async def test_very_many_are_restored_by_a_job(owner):
    keys = await many_contacts(owner.actor, AT_ONCE + 1)
    deletion = await delete_contacts(owner.actor, SelectedFilter(EVERYONE))
    await run_due_jobs()
    assert await count_contacts(owner.actor, TRASH) == len(keys)
    restored = await restore_contacts(owner.actor, SelectedFilter(TRASH))
    assert (restored.act.state, restored.restored_count) == (ActState.QUEUED, 0)
    await run_due_jobs()
    assert await count_contacts(owner.actor, EVERYONE) == len(keys)
    done = await get_act(owner.actor, restored.act.pk)
    assert done is not None
    assert (done.state, done.changed_count) == (ActState.DONE, len(keys))
    assert (await get_act(owner.actor, deletion.act.pk)) is not None
