"""Labels put on many contacts and taken off."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.filters import EVERYONE, Deleted, LabelsAny, Search
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.pages import contacts_page
from backend.contacts.rows import EVERYTHING
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import delete_contacts, label_contacts, restore_contacts
from backend.contacts.sorting import ContactSort
from backend.core.change_log import changes_of
from backend.core.errors import Forbidden, Refusals, TooMany
from backend.core.ids import encode_id
from backend.core.paging import PageRequest
from backend.labels.queries import labels_by_id
from backend.labels.service import delete_label
from tests.factories.contacts import many_contacts, new_contact, new_label, read_contact


async def counts_agree(actor, labels: list[int]) -> None:
    """The kept counts equal a count of the contacts themselves."""
    rows = (
        await contacts_page(actor, EVERYONE, ContactSort(), PageRequest.of(200), EVERYTHING)
    ).rows
    kept = await labels_by_id(actor, labels)
    for label in labels:
        carried = sum(label in {each.pk for each in row.labels} for row in rows)
        assert kept[label].contact_count == carried
        assert await count_contacts(actor, LabelsAny(frozenset({label}))) == carried


async def test_adds_and_removes_in_one_act(owner, member, clock):
    one, two = [await new_label(owner.actor, name) for name in ("one", "two")]
    anna = await new_contact(owner.actor, given_name="Anna", label_ids=[one])
    bob = await new_contact(owner.actor, given_name="Bob", label_ids=[two])
    clock.advance(hours=1)
    done = await label_contacts(
        member.actor, SelectedIds((anna.pk, bob.pk)), add=[two], remove=[one]
    )
    assert done.act.changed_count == 1, "the other had it so already"
    after = await read_contact(owner.actor, anna.pk)
    assert [label.pk for label in after.labels] == [two]
    assert (after.version, after.updated_by, after.updated_at) == (2, member.name, clock.now)
    assert (await read_contact(owner.actor, bob.pk)).version == 1
    change = (await changes_of(owner.account_id, "Contact", anna.pk, limit=1))[0]
    assert change.kind == "contact.labelled"
    assert change.payload["added"] == [encode_id("Label", two)]
    assert change.payload["removed"] == [encode_id("Label", one)]
    await counts_agree(owner.actor, [one, two])


async def test_counts_agree_after_any_mix_of_acts(owner):
    actor = owner.actor
    labels = [await new_label(actor, name) for name in ("one", "two", "three")]
    keys = await many_contacts(actor, 60, labels=labels)
    await label_contacts(actor, SelectedIds(tuple(keys[:30])), add=labels[:2])
    await label_contacts(actor, SelectedFilter(Search("ferr")), remove=labels[1:])
    await delete_contacts(actor, SelectedIds(tuple(keys[10:20])))
    await counts_agree(actor, labels)
    in_trash = await label_contacts(actor, SelectedFilter(Deleted(deleted=True)), add=labels)
    assert in_trash.act.changed_count == 0
    await restore_contacts(actor, SelectedIds(tuple(keys[10:15])))
    await counts_agree(actor, labels)


async def test_the_whole_result_of_a_filter_can_be_labelled(owner):
    label = await new_label(owner.actor)
    await many_contacts(owner.actor, 420)
    done = await label_contacts(owner.actor, SelectedFilter(EVERYONE), add=[label])
    assert done.act.changed_count == 420
    assert await count_contacts(owner.actor, LabelsAny(frozenset({label}))) == 420
    off = await label_contacts(
        owner.actor, SelectedFilter(LabelsAny(frozenset({label}))), remove=[label]
    )
    assert off.act.changed_count == 420


async def test_two_at_once_lose_nothing(owner, member):
    labels = [await new_label(owner.actor, str(number)) for number in range(6)]
    keys = tuple(await many_contacts(owner.actor, 15))
    await asyncio.gather(
        *(
            label_contacts(actor, SelectedIds(keys), add=[label])
            for actor, label in zip([owner.actor, member.actor] * 3, labels, strict=True)
        )
    )
    await counts_agree(owner.actor, labels)
    assert (await read_contact(owner.actor, keys[0])).version == 7


async def test_a_deleted_label_is_taken_off(owner):
    label = await new_label(owner.actor)
    anna = await new_contact(owner.actor, given_name="Anna", label_ids=[label])
    assert (await delete_label(owner.actor, label)).affected_count == 1
    assert (await read_contact(owner.actor, anna.pk)).labels == ()


async def test_refuses_a_contact_more_labels_than_it_can_carry(owner):
    labels = [await new_label(owner.actor, f"label {number}") for number in range(101)]
    anna = await new_contact(owner.actor, given_name="Anna", label_ids=labels[:100])
    with pytest.raises(TooMany):
        await label_contacts(owner.actor, SelectedIds((anna.pk,)), add=labels[100:])
    await label_contacts(owner.actor, SelectedIds((anna.pk,)), add=labels[100:], remove=labels[:1])


async def test_refuses_unknown_things_strangers_and_readers(owner, viewer, stranger):
    label, theirs = await new_label(owner.actor), await new_label(stranger.actor)
    anna = await new_contact(owner.actor)
    with pytest.raises(Refusals) as caught:
        await label_contacts(owner.actor, SelectedIds((anna.pk,)), add=[label, theirs], remove=[9])
    assert [(refusal.code, refusal.path) for refusal in caught.value.refusals] == [
        ("NOT_FOUND", ("add", "1")),
        ("NOT_FOUND", ("remove", "0")),
    ]
    with pytest.raises(Refusals):
        await label_contacts(stranger.actor, SelectedIds((anna.pk,)), add=[theirs])
    with pytest.raises(Forbidden):
        await label_contacts(viewer.actor, SelectedIds((anna.pk,)), add=[label])
    assert (await read_contact(owner.actor, anna.pk)).labels == ()
