"""Contacts of the trash erased at once, by those who may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.contacts.acts import ActState
from backend.contacts.drafts import EmailDraft
from backend.contacts.errors import GoneForGood
from backend.contacts.filters import EVERYONE, Deleted
from backend.contacts.kinds import EmailKind
from backend.contacts.limits import AT_ONCE
from backend.contacts.queries.acts import get_act
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.erasing import erased_with
from backend.contacts.queries.lookups import get_contact
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import (
    delete_contacts,
    erase_deleted,
    restore_deletion,
    undo_act,
)
from backend.core.change_log import changes_of
from backend.core.database import read
from backend.core.errors import Forbidden, Refusals
from backend.core.jobs.worker import run_due_jobs
from backend.files.service import add_attachments
from backend.notes.service import NoteDraft, add_note
from tests.factories.contacts import many_contacts, new_contact, read_contact
from tests.factories.files import new_upload
from tests.factories.inbox import new_message
from tests.factories.tasks import new_task

TRASH = SelectedFilter(Deleted(deleted=True))


async def test_what_is_in_the_trash_is_erased_and_the_rest_stays(owner, clock):
    there = await new_contact(owner.actor, given_name="There")
    gone = await new_contact(owner.actor, given_name="Gone", company="Kryptos")
    deletion = await delete_contacts(owner.actor, SelectedIds((gone.pk,)))
    found = await read_contact(owner.actor, gone.pk)
    assert (found.deleted_by, found.erased_from) == (
        owner.actor.name,
        clock.now + timedelta(days=30),
    )
    assert (there.deleted_by, there.erased_from) == (None, None)
    erased = await erase_deleted(owner.actor, SelectedIds((there.pk, gone.pk)))
    assert (erased.erased_count, erased.act.state) == (1, ActState.DONE)
    assert await get_contact(owner.actor, gone.pk) is None
    assert await get_contact(owner.actor, there.pk) is not None
    told = await changes_of(owner.account_id, "Contact", gone.pk, limit=10)
    assert "Kryptos" not in str([change.payload for change in told])
    assert told[0].kind == "contact.purged"
    assert deletion.id is not None
    assert (await restore_deletion(owner.actor, deletion.id)).restored_count == 0


async def test_nobody_undoes_it(owner):
    keys = await many_contacts(owner.actor, 2)
    deletion = await delete_contacts(owner.actor, SelectedIds(tuple(keys)))
    erased = await erase_deleted(owner.actor, TRASH)
    assert (erased.erased_count, erased.act.undo) == (2, None)
    with pytest.raises(GoneForGood):
        await undo_act(owner.actor, erased.act.pk)
    undone = await undo_act(owner.actor, deletion.act.pk)
    assert (undone.act.restored_count, await count_contacts(owner.actor, EVERYONE)) == (0, 0)


async def test_only_those_who_may_erase_theirs(owner, member, viewer, stranger):
    contact = await new_contact(owner.actor)
    await delete_contacts(owner.actor, SelectedIds((contact.pk,)))
    for person in (member, viewer):
        with pytest.raises(Forbidden):
            await erase_deleted(person.actor, TRASH)
    with pytest.raises(Refusals):
        await erase_deleted(stranger.actor, SelectedIds((contact.pk,)))
    assert (await erase_deleted(stranger.actor, TRASH)).erased_count == 0
    assert await count_contacts(owner.actor, Deleted(deleted=True)) == 1


async def test_very_many_are_erased_by_a_job(owner):
    keys = await many_contacts(owner.actor, AT_ONCE + 1)
    await delete_contacts(owner.actor, SelectedFilter(EVERYONE))
    await run_due_jobs()
    erased = await erase_deleted(owner.actor, TRASH)
    assert (erased.erased_count, erased.act.state) == (0, ActState.QUEUED)
    await run_due_jobs()
    done = await get_act(owner.actor, erased.act.pk)
    assert done is not None
    assert (done.state, done.changed_count) == (ActState.DONE, len(keys))
    assert await read.fetch_value("SELECT COUNT(*) FROM contact") == 0


async def test_the_question_counts_what_goes_too(owner, stranger):
    emails = [EmailDraft("ada@example.org", EmailKind.MAIN)]
    ada = (await new_contact(owner.actor, given_name="Ada", emails=emails)).pk
    ben = (await new_contact(owner.actor, given_name="Ben")).pk
    for key in (ada, ben):
        await add_note(owner.actor, key, NoteDraft("A note"))
        await new_task(owner.actor, "Call", contact_id=key)
    upload = await new_upload(owner.actor)
    await add_attachments(owner.actor, ada, [upload.upload_id])
    await new_message(owner.actor, ada)
    await delete_contacts(owner.actor, SelectedIds((ada,)))
    found = await erased_with(owner.actor, TRASH)
    counts = {kind.value: count for kind, count in found.items()}
    assert counts == {"message": 1, "note": 1, "task": 1, "file": 1, "project": 0}
    assert await erased_with(owner.actor, SelectedIds((ada, ben))) == found
    assert not any((await erased_with(stranger.actor, SelectedIds((ada,)))).values())
