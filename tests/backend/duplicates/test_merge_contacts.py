"""Two contacts made one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from backend.contacts.drafts import ContactChanges, EmailDraft
from backend.contacts.errors import ContactDeleted
from backend.contacts.filters import EVERYONE, Deleted, Search
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.live import follow_contact
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.lookups import contacts_by_id, get_contact, present_contacts
from backend.contacts.rows import EVERYTHING
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    delete_contacts,
    restore_contacts,
    update_contact,
)
from backend.core.change_log import changes_of, current_sequence
from backend.core.database import read
from backend.core.errors import Forbidden, IdempotencyKeyReused, NotFound, Refusals, StaleVersion
from backend.core.paging import PageRequest
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.errors import (
    ContactMerged,
    SameContact,
)
from backend.duplicates.merging import MergeField
from backend.duplicates.queries.pairs import count_pairs, pairs_page
from backend.duplicates.service import (
    catch_up,
    dismiss_pair,
    preview_merge,
    undo_merge,
)
from backend.labels.queries import labels_by_id
from tests.backend.duplicates.merging import merge, present, refused
from tests.factories.contacts import new_contact, read_contact
from tests.factories.personal_data import gathered

SUBSCRIBED, UNSUBSCRIBED = SubscriptionStatus.SUBSCRIBED, SubscriptionStatus.UNSUBSCRIBED
NEVER = SubscriptionStatus.NEVER_SUBSCRIBED


async def test_keeps_all_of_both_and_what_was_chosen(owner, anna, ana):
    done = await merge(owner.actor, anna, ana, [MergeField.GIVEN_NAME, MergeField.COMPANY])
    assert done.contact_id == anna.pk
    now = await read_contact(owner.actor, anna.pk)
    assert (now.given_name, now.family_name, now.company) == ("Ana", "Rossi", "Studio Rossi")
    assert [(each.address, each.status) for each in now.emails] == [
        ("anna@example.org", UNSUBSCRIBED),
        ("a@example.org", NEVER),
        ("ana@example.org", SUBSCRIBED),
    ]
    assert now.emails[0].status_changed_at == ana.emails[0].status_changed_at
    assert [each.number for each in now.phones] == ["347 123 4567", "+39 011 000111"]
    assert [each.city for each in now.addresses] == ["Torino"]
    assert [label.name for label in now.labels] == ["client", "vip"]
    assert now.version == anna.version + 1


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        (SUBSCRIBED, UNSUBSCRIBED, UNSUBSCRIBED),
        (UNSUBSCRIBED, SUBSCRIBED, UNSUBSCRIBED),
        (NEVER, UNSUBSCRIBED, UNSUBSCRIBED),
        (UNSUBSCRIBED, NEVER, UNSUBSCRIBED),
        (NEVER, SUBSCRIBED, SUBSCRIBED),
        (SUBSCRIBED, NEVER, SUBSCRIBED),
        (NEVER, NEVER, NEVER),
    ],
)
async def test_nobody_is_subscribed_again(owner, mine, theirs, merged):
    one, other = [
        await new_contact(owner.actor, emails=[EmailDraft("x@example.org", status=status)])
        for status in (mine, theirs)
    ]
    await merge(owner.actor, one, other)
    assert [each.status for each in (await read_contact(owner.actor, one.pk)).emails] == [merged]


async def test_the_old_id_answers_with_the_merged_contact(owner, stranger, anna, ana):
    actor = owner.actor
    before = await count_contacts(actor, EVERYONE)
    await merge(actor, anna, ana)
    assert await present(actor, ana) == anna.pk
    both = await present_contacts(actor, (anna.pk, ana.pk), EVERYTHING)
    assert both[anna.pk] == both[ana.pk]
    assert await get_contact(stranger.actor, ana.pk) is None
    # It is neither in a list nor in the trash, and nobody restores it by itself.
    assert await count_contacts(actor, EVERYONE) == before - 1
    assert await count_contacts(actor, Deleted(True)) == 0
    assert await count_contacts(actor, Search("studio rossi")) == 0
    assert (await restore_contacts(actor, SelectedIds((ana.pk,)))).restored_count == 0
    labels = await labels_by_id(actor, [label.pk for label in (*anna.labels, *ana.labels)])
    assert [label.contact_count for label in labels.values()] == [1, 1]


async def test_whoever_looks_at_the_old_id_is_shown_the_merged_contact(owner, anna, ana):
    actor = owner.actor
    place = await current_sequence(actor.account_id)
    following = follow_contact(actor, ana.pk, place, EVERYTHING)
    done = await merge(actor, anna, ana)
    told: Any = await asyncio.wait_for(anext(following), 5)
    assert (told.kind, told.contact.pk) == ("contact.merged_away", anna.pk)
    version = (await read_contact(actor, anna.pk)).version
    await update_contact(actor, anna.pk, version, ContactChanges(position="CEO"))
    told = await asyncio.wait_for(anext(following), 5)
    assert (told.contact.pk, told.contact.position) == (anna.pk, "CEO")
    await undo_merge(actor, done.id)
    told = await asyncio.wait_for(anext(following), 5)
    assert told.contact.pk == ana.pk
    await following.aclose()


async def test_both_histories_say_so_once(owner, anna, ana):
    await merge(owner.actor, anna, ana, [MergeField.COMPANY])
    account_id = owner.actor.account_id
    kept = (await changes_of(account_id, "Contact", anna.pk, limit=1))[0]
    other = (await changes_of(account_id, "Contact", ana.pk, limit=1))[0]
    assert (kept.kind, kept.payload["other_contact"]) == ("contact.merged", ana.id)
    assert {"company", "emails", "labels"} <= set(kept.payload["fields"])
    assert (other.kind, other.payload["into_contact"]) == ("contact.merged_away", anna.id)
    assert kept.payload["before"]["deleted"] is other.payload["before"]["deleted"] is False


async def test_refuses_what_is_not_there_as_it_was_seen(owner, stranger, viewer, anna, ana):
    actor = owner.actor
    with pytest.raises(SameContact):
        await merge(actor, anna, anna)
    with pytest.raises(Forbidden):
        await merge(viewer.actor, anna, ana)
    with pytest.raises(Forbidden):
        await undo_merge(viewer.actor, 1)
    assert await refused(merge(stranger.actor, anna, ana)) == [
        (NotFound, ("keptId",)),
        (NotFound, ("otherId",)),
    ]
    await update_contact(actor, ana.pk, ana.version, ContactChanges(position="CEO"))
    assert await refused(merge(actor, anna, ana)) == [(StaleVersion, ("otherVersion",))]
    await delete_contacts(actor, SelectedIds((ana.pk,)))
    assert await refused(merge(actor, anna, ana)) == [(ContactDeleted, ("otherId",))]
    with pytest.raises(Refusals):
        await preview_merge(actor, anna.pk, ana.pk)
    theirs = await new_contact(stranger.actor)
    assert await refused(merge(actor, anna, theirs)) == [(NotFound, ("otherId",))]


async def test_of_two_who_merge_at_once_one_is_told(owner, member, anna, ana):
    results = await asyncio.gather(
        merge(owner.actor, anna, ana),
        merge(member.actor, ana, anna),
        return_exceptions=True,
    )
    failed = [each for each in results if isinstance(each, Refusals)]
    assert len(failed) == 1
    assert {type(each) for each in failed[0].refusals} == {StaleVersion, ContactMerged}
    rows = await contacts_by_id(owner.actor, (anna.pk, ana.pk))
    assert sorted(row.deleted_at is None for row in rows.values()) == [False, True]


async def test_the_same_merge_sent_twice_is_done_once(owner, anna, ana):
    first = await merge(owner.actor, anna, ana, idempotency_key="k")
    again = await merge(owner.actor, anna, ana, idempotency_key="k")
    assert first.id == again.id
    with pytest.raises(IdempotencyKeyReused):
        await merge(owner.actor, anna, ana, [MergeField.COMPANY], idempotency_key="k")


async def test_pairs_follow_the_merge_and_what_was_dismissed_stays_so(owner, anna, ana):
    actor = owner.actor
    third = await new_contact(actor, given_name="Bo", emails=[EmailDraft("ana@example.org")])
    await catch_up(actor.account_id)
    pairs = {
        (row.first.pk, row.second.pk): row.pair.pk
        for row in (await pairs_page(actor, PageRequest.of())).rows
    }
    assert set(pairs) == {(anna.pk, ana.pk), (ana.pk, third.pk)}
    await dismiss_pair(actor, pairs[ana.pk, third.pk])
    done = await merge(actor, anna, ana)
    assert await count_pairs(actor) == 0
    await catch_up(actor.account_id)
    assert await count_pairs(actor) == 0  # the kept one is told apart from the third as well
    await undo_merge(actor, done.id)
    await catch_up(actor.account_id)
    assert await count_pairs(actor) == 1


async def test_the_preview_is_what_the_merge_does(owner, anna, ana):
    actor = owner.actor
    seen = await preview_merge(actor, anna.pk, ana.pk)
    assert seen.suggested == [MergeField.GIVEN_NAME, MergeField.COMPANY]
    await merge(actor, anna, ana, seen.suggested)
    now = await read_contact(actor, anna.pk)
    for name in ("emails", "phones", "addresses"):
        shown = [replace(each, pk=0) for each in getattr(seen, name)]
        assert shown == [replace(each, pk=0) for each in getattr(now, name)]
    assert [label.name for label in seen.labels] == [label.name for label in now.labels]


async def test_what_is_held_about_a_person_is_gathered_and_erased(owner, anna, ana):
    actor = owner.actor
    await merge(actor, anna, ana)
    declared = personal_data.entries["duplicates"]
    held = str(await gathered(declared, actor, anna.pk))
    assert "anna@example.org" in held
    assert "merged_contact" in held
    async with unit_of_work(actor) as unit:
        await personal_data.entries["contacts"].erase(unit, anna.pk)
        await declared.erase(unit, anna.pk)
    for table in (*declared.tables, "contact", "contact_email"):
        assert await read.fetch(f"SELECT 1 FROM {table}") == [], table
