"""A merge taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.contacts.drafts import ContactChanges, EmailDraft, ValueDraft
from backend.contacts.filters import Search
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.contacts.queries.counts import count_contacts
from backend.contacts.service import (
    purge_deleted_contacts,
    update_contact,
)
from backend.core import clock
from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from backend.duplicates.errors import (
    ChangedSinceMerge,
    MergedAgain,
    MergeFinal,
)
from backend.duplicates.merging import MergeField
from backend.duplicates.service import (
    make_merges_final,
    preview_merge,
    undo_merge,
)
from tests.backend.duplicates.merging import content, merge, present, refused
from tests.factories.contacts import new_contact, read_contact
from tests.factories.custom_fields import new_field

SUBSCRIBED, UNSUBSCRIBED = SubscriptionStatus.SUBSCRIBED, SubscriptionStatus.UNSUBSCRIBED


async def test_undoing_gives_both_back_as_they_were(owner, anna, ana):
    actor = owner.actor
    done = await merge(actor, anna, ana, list(MergeField))
    undone = await undo_merge(actor, done.id)
    assert (undone.kept_id, undone.other_id) == (anna.pk, ana.pk)
    for was in (anna, ana):
        now = await read_contact(actor, was.pk)
        assert content(now) == content(was)
        assert now.version > was.version
        assert now.deleted_at is None
    assert await count_contacts(actor, Search("studio rossi")) == 1
    with pytest.raises(NotFound):
        await undo_merge(actor, done.id)


async def test_undoing_leaves_what_was_added_since(owner, anna, ana):
    actor = owner.actor
    done = await merge(actor, anna, ana, [MergeField.COMPANY])
    now = await read_contact(actor, anna.pk)
    drafts = [
        EmailDraft(each.address, EmailKind(each.kind), SubscriptionStatus(each.status), id=each.pk)
        for each in now.emails
    ]
    await update_contact(
        actor,
        anna.pk,
        now.version,
        ContactChanges(position="CEO", emails=[*drafts, EmailDraft("new@example.org")]),
    )
    await undo_merge(actor, done.id)
    now = await read_contact(actor, anna.pk)
    assert (now.position, now.company) == ("CEO", None)
    assert [each.address for each in now.emails] == [
        "anna@example.org",
        "a@example.org",
        "new@example.org",
    ]
    assert now.emails[0].status == SUBSCRIBED


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        (ContactChanges(company="Elsewhere"), "company"),
        (ContactChanges(phones=()), "phones"),
        (ContactChanges(emails=[EmailDraft("ana@example.org", status=UNSUBSCRIBED)]), "emails"),
        (ContactChanges(company=None, addresses=()), "company addresses"),
    ],
)
async def test_undoing_refuses_to_destroy_later_work_and_lists_it(owner, anna, ana, changes, lost):
    done = await merge(owner.actor, anna, ana, [MergeField.COMPANY])
    now = await read_contact(owner.actor, anna.pk)
    await update_contact(owner.actor, anna.pk, now.version, changes)
    with pytest.raises(ChangedSinceMerge) as caught:
        await undo_merge(owner.actor, done.id)
    assert caught.value.parameters == {"fields": lost}
    assert await present(owner.actor, ana) == anna.pk


async def test_three_in_a_chain_are_undone_from_the_end(owner, anna, ana):
    actor = owner.actor
    third = await new_contact(actor, given_name="Third")
    first = await merge(actor, anna, ana)
    anna_merged = await read_contact(actor, anna.pk)
    second = await merge(actor, third, anna_merged)
    for old in (anna, ana):
        assert await present(actor, old) == third.pk
    with pytest.raises(MergedAgain):
        await undo_merge(actor, first.id)
    await undo_merge(actor, second.id)
    assert await present(actor, ana) == anna.pk
    await undo_merge(actor, first.id)
    for was in (anna, ana, third):
        assert content(await read_contact(actor, was.pk)) == content(was)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_two_taken_in_one_after_the_other_are_given_back_in_any_order(
    owner, anna, ana, order
):
    actor = owner.actor
    third = await new_contact(actor, position="CEO", emails=[EmailDraft("third@example.org")])
    merges = [await merge(actor, anna, ana)]
    merges.append(
        await merge(actor, await read_contact(actor, anna.pk), third, [MergeField.POSITION])
    )
    for place in order:
        await undo_merge(actor, merges[place].id)
    for was in (anna, ana, third):
        assert content(await read_contact(actor, was.pk)) == content(was)


async def test_what_two_brought_is_not_taken_away_with_the_first(owner, anna, ana):
    actor = owner.actor
    third = await new_contact(actor, emails=[EmailDraft("ana@example.org")])
    first = await merge(actor, anna, ana)
    second = await merge(actor, await read_contact(actor, anna.pk), third)
    with pytest.raises(ChangedSinceMerge):
        await undo_merge(actor, first.id)
    await undo_merge(actor, second.id)
    await undo_merge(actor, first.id)
    assert content(await read_contact(actor, anna.pk)) == content(anna)


async def test_after_thirty_days_a_merge_is_final_and_the_old_id_still_leads_on(owner, anna, ana):
    actor = owner.actor
    third = await new_contact(actor, given_name="Third")
    done = await merge(actor, anna, ana)
    await merge(actor, third, await read_contact(actor, anna.pk))
    with clock.frozen(clock.now() + timedelta(days=31)):
        with pytest.raises(MergeFinal):
            await undo_merge(actor, done.id)
        assert await purge_deleted_contacts() == 2
        assert await make_merges_final() == 2
        assert await make_merges_final() == 0
        for old in (anna, ana):
            assert await present(actor, old) == third.pk
    rows = await read.fetch("SELECT kept_before, kept_after FROM contact_merge")
    assert rows == [(None, None)] * 2


async def test_photos_change_places_and_come_back(owner, anna, ana):
    actor = owner.actor
    async with unit_of_work(actor) as unit:
        await unit.execute("UPDATE contact SET photo_key = 'hers' WHERE id = ?", (anna.pk,))
        await unit.execute("UPDATE contact SET photo_key = 'theirs' WHERE id = ?", (ana.pk,))
    done = await merge(actor, anna, ana, [MergeField.PHOTO])
    assert (await read_contact(actor, anna.pk)).photo_key == "theirs"
    await undo_merge(actor, done.id)
    assert (await read_contact(actor, anna.pk)).photo_key == "hers"
    assert (await read_contact(actor, ana.pk)).photo_key == "theirs"


async def test_values_of_custom_fields_fill_gaps_and_go_back(owner):
    actor = owner.actor
    size, color = [
        (await new_field(actor, name, CustomFieldKind.TEXT)).pk for name in ("Size", "Color")
    ]
    one = await new_contact(actor, given_name="One", custom_values=[ValueDraft(size, "M")])
    other = await new_contact(
        actor,
        given_name="Other",
        custom_values=[ValueDraft(size, "L"), ValueDraft(color, "red")],
    )
    done = await merge(actor, one, other)
    assert await custom_values(one.pk) == {size: "M", color: "red"}
    version = (await read_contact(actor, one.pk)).version
    changes = ContactChanges(custom_values=[ValueDraft(color, "blue")])
    await update_contact(actor, one.pk, version, changes)
    with pytest.raises(ChangedSinceMerge) as caught:
        await undo_merge(actor, done.id)
    assert caught.value.parameters == {"fields": "customValues"}
    changes = ContactChanges(custom_values=[ValueDraft(color, "red")])
    await update_contact(actor, one.pk, version + 1, changes)
    await undo_merge(actor, done.id)
    assert await custom_values(one.pk) == {size: "M"}
    assert await custom_values(other.pk) == {size: "L", color: "red"}


async def test_the_others_word_in_a_custom_field_is_taken_where_chosen_and_given_back(owner):
    actor = owner.actor
    size, color = [
        (await new_field(actor, name, CustomFieldKind.TEXT)).pk for name in ("Size", "Color")
    ]
    one = await new_contact(
        actor,
        given_name="One",
        custom_values=[ValueDraft(size, "M"), ValueDraft(color, "blue")],
    )
    other = await new_contact(actor, given_name="Other", custom_values=[ValueDraft(size, "L")])
    assert (await preview_merge(actor, one.pk, other.pk)).suggested_custom_fields == [size]
    assert (await preview_merge(actor, other.pk, one.pk)).suggested_custom_fields == []
    strange = await refused(merge(actor, one, other, custom_fields=[size, 999_999]))
    assert strange == [(NotFound, ("takeCustomFieldsFromOther", "1"))]
    done = await merge(actor, one, other, custom_fields=[size, color])
    assert await custom_values(one.pk) == {size: "L", color: "blue"}
    version = (await read_contact(actor, one.pk)).version
    changes = ContactChanges(custom_values=[ValueDraft(color, "green")])
    await update_contact(actor, one.pk, version, changes)
    await undo_merge(actor, done.id)
    assert await custom_values(one.pk) == {size: "M", color: "green"}
    assert await custom_values(other.pk) == {size: "L"}


async def custom_values(contact_id: int) -> dict[int, str]:
    """What a contact has in custom fields, by field."""
    rows = await read.fetch(
        "SELECT field_id, value FROM contact_value WHERE contact_id = ?", (contact_id,)
    )
    return dict(rows)
