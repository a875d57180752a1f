"""Acts on many contacts taken back: what nobody changed since is as it was."""

from __future__ import annotations

import pytest

from backend.accounts.service.team import remove_member
from backend.contacts import jobs  # noqa: F401 - registers the jobs
from backend.contacts.acts import ActDetail, ActKind, ActRow, ActState
from backend.contacts.drafts import (
    ContactAddition,
    ContactChanges,
    ContactDraft,
    EmailDraft,
    PhoneDraft,
    ValueDraft,
)
from backend.contacts.errors import JobActive, JobFinal
from backend.contacts.filters import EVERYONE, Deleted, Search
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.limits import ACT_BATCH
from backend.contacts.queries.acts import count_changed_since, get_act, kept_contacts
from backend.contacts.queries.counts import count_contacts
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    add_contacts,
    add_to_contacts,
    begin_act,
    delete_contacts,
    delete_field,
    finish_act,
    undo_act,
    update_contact,
)
from backend.contacts.service.forgetting import forget_old_acts
from backend.contacts.service.privacy import erase_contact
from backend.contacts.service.undo import undo_batch
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound
from backend.core.jobs.worker import run_due_jobs
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.service import fields_by_id
from backend.labels.service import delete_label
from tests.factories.contacts import many_contacts, new_contact, new_label, read_contact
from tests.factories.custom_fields import new_field
from tests.factories.personal_data import gathered

IMPORT = ActDetail(filename="contacts.csv")


def content(contact):
    """What a contact says, without what every write changes."""
    values = [(each.field.pk, each.kept) for each in contact.values]
    return (
        contact.display_name, contact.given_name, contact.family_name, contact.company,
        contact.position, contact.last_activity_at, contact.deleted_at is None,
        [(e.address, e.kind, e.status, e.status_changed_at) for e in contact.emails],
        [(p.number, p.e164, p.kind) for p in contact.phones],
        [(a.street, a.city, a.kind) for a in contact.addresses],
        sorted(label.pk for label in contact.labels), values,
    )  # fmt: skip


async def imported(actor, *, drafts=(), additions=()) -> tuple[int, list[int]]:
    """An act that makes contacts and adds to others, as an import does."""
    async with unit_of_work(actor) as unit:
        act = await begin_act(unit, ActKind.IMPORT, IMPORT)
        made = await add_contacts(unit, drafts, act=act)
        await add_to_contacts(unit, additions, act=act)
        await finish_act(unit, act)
    return act, list(made.ids.values())


async def read_act(actor, act: int) -> ActRow:
    """An act that must be there."""
    found = await get_act(actor, act)
    assert found is not None
    return found


async def dies_in_a_batch(actor, act: int) -> None:
    """Undo some contacts, and do not come to the commit."""
    async with unit_of_work(actor) as unit:
        assert await undo_batch(unit, act)
        raise ZeroDivisionError


@pytest.fixture
async def anna(owner):
    """A contact with something of everything."""
    field = (await new_field(owner.actor, "Size", CustomFieldKind.TEXT)).pk
    label = await new_label(owner.actor, "client")
    return await new_contact(
        owner.actor,
        given_name="Anna",
        company="Studio Rossi",
        emails=[EmailDraft("anna@example.org", status=SubscriptionStatus.SUBSCRIBED)],
        phones=[PhoneDraft("+33 6 12 34 56 78")],
        label_ids=[label],
        custom_values=[ValueDraft(field, "M")],
    )


def addition_to(anna) -> ContactAddition:
    """What a file adds to Anna, something of everything."""
    return ContactAddition(
        anna.pk,
        company="Rossi & Co",
        position="Owner",
        emails=[
            EmailDraft("anna@example.org", status=SubscriptionStatus.UNSUBSCRIBED),
            EmailDraft("a.rossi@example.org"),
        ],
        phones=[PhoneDraft("+33 6 99 99 99 99")],
        label_names=["vip"],
        custom_values=[ValueDraft(anna.values[0].field.pk, "XL")],
        replaces_status=True,
    )


async def test_puts_back_what_it_changed_and_takes_away_what_it_made(owner, member, anna, clock):
    clock.advance(hours=1)
    drafts = [ContactDraft(given_name="Bob"), ContactDraft(given_name="Carla")]
    act, made = await imported(owner.actor, drafts=drafts, additions=[addition_to(anna)])
    changed = await read_contact(owner.actor, anna.pk)
    assert len(changed.emails) == 2
    assert changed.values[0].kept == "XL"
    clock.advance(hours=1)
    done = (await undo_act(member.actor, act)).act
    assert (done.state, done.restored_count, done.kept_count) == (ActState.UNDONE, 3, 0)
    after = await read_contact(owner.actor, anna.pk)
    assert content(after) == content(anna)
    assert (after.version, after.updated_by) == (3, member.name)
    assert await count_contacts(owner.actor, EVERYONE) == 1
    assert await count_contacts(owner.actor, Search("rossi & co")) == 0
    assert await count_contacts(owner.actor, Search("studio rossi")) == 1
    fields = await fields_by_id(owner.actor, [anna.values[0].field.pk])
    assert [each.contact_count for each in fields.values()] == [1]
    assert await count_contacts(owner.actor, Deleted(deleted=True)) == len(made) == 2
    assert (await undo_act(member.actor, act)).act == done, "once more changes nothing"


async def test_leaves_alone_what_was_changed_since_and_says_so(owner, member, anna):
    act, (bob, carla) = await imported(
        owner.actor,
        drafts=[ContactDraft(given_name="Bob"), ContactDraft(given_name="Carla")],
        additions=[addition_to(anna)],
    )
    await update_contact(member.actor, bob, 1, ContactChanges(position="Baker"))
    await update_contact(member.actor, anna.pk, 2, ContactChanges(position="Cook"))
    await delete_contacts(member.actor, SelectedIds((carla,)))
    before = await read_act(owner.actor, act)
    expected = [(anna.pk, "Anna"), (bob, "Bob")]
    assert await kept_contacts(owner.actor, before, 50) == expected
    assert await count_changed_since(owner.actor, before) == 2
    done = (await undo_act(owner.actor, act)).act
    assert (done.restored_count, done.kept_count) == (0, 2), "who is in the trash is as wanted"
    assert await kept_contacts(owner.actor, done, 50) == expected
    assert (await read_contact(owner.actor, anna.pk)).position == "Cook"
    assert (await read_contact(owner.actor, bob)).deleted_at is None


async def test_several_touches_of_one_contact_are_undone_as_one(owner, anna):
    again = ContactAddition(anna.pk, company="Third", phones=[PhoneDraft("+33 6 88 88 88 88")])
    async with unit_of_work(owner.actor) as unit:
        act = await begin_act(unit, ActKind.IMPORT, IMPORT)
        made = await add_contacts(unit, [ContactDraft(given_name="Bob")], act=act)
        more = ContactAddition(made.ids[0], family_name="Verdi")
        await add_to_contacts(unit, [addition_to(anna), again, more], act=act)
        await finish_act(unit, act)
    assert (await read_act(owner.actor, act)).changed_count == 2
    await undo_act(owner.actor, act)
    assert content(await read_contact(owner.actor, anna.pk)) == content(anna)
    assert (await read_contact(owner.actor, made.ids[0])).deleted_at is not None


async def test_a_change_between_two_touches_is_later_work(owner, member, anna):
    async with unit_of_work(owner.actor) as unit:
        act = await begin_act(unit, ActKind.IMPORT, IMPORT)
        await add_to_contacts(unit, [addition_to(anna)], act=act)
    with pytest.raises(JobActive):
        await undo_act(owner.actor, act)
    await update_contact(member.actor, anna.pk, 2, ContactChanges(position="Cook"))
    async with unit_of_work(owner.actor) as unit:
        await add_to_contacts(unit, [ContactAddition(anna.pk, family_name="Bianchi")], act=act)
        await finish_act(unit, act)
    done = (await undo_act(owner.actor, act)).act
    assert (done.restored_count, done.kept_count) == (0, 1)
    assert (await read_contact(owner.actor, anna.pk)).position == "Cook"


async def test_many_contacts_are_undone_by_a_job_that_goes_on_where_it_was(owner):
    actor = owner.actor
    keys = await many_contacts(actor, 2 * ACT_BATCH + 60)
    were = {key: content(await read_contact(actor, key)) for key in keys[::100]}
    act, _ = await imported(actor, additions=[ContactAddition(key, position="New") for key in keys])
    assert (await undo_act(actor, act)).act.state == ActState.UNDOING
    async with unit_of_work(actor) as unit:
        assert await undo_batch(unit, act)
    with pytest.raises(ZeroDivisionError):
        await dies_in_a_batch(actor, act)
    halfway = await read_act(actor, act)
    assert (halfway.done, halfway.restored_count) == (ACT_BATCH, ACT_BATCH)
    await run_due_jobs()
    done = await read_act(actor, act)
    assert (done.state, done.restored_count) == (ActState.UNDONE, len(keys))
    assert {key: content(await read_contact(actor, key)) for key in were} == were
    assert await read.fetch("SELECT 1 FROM contact_act_entry") == []


async def test_labels_and_fields_that_are_gone_stay_out(owner, anna):
    act, _ = await imported(owner.actor, additions=[addition_to(anna)])
    await delete_field(owner.actor, anna.values[0].field.pk)
    await delete_label(owner.actor, anna.labels[0].pk)
    assert (await undo_act(owner.actor, act)).act.restored_count == 1
    after = await read_contact(owner.actor, anna.pk)
    assert (after.labels, list(after.values), after.company) == ((), [], "Studio Rossi")


async def test_nothing_of_an_erased_contact_stays_and_acts_are_forgotten(owner, anna, clock):
    act, (bob,) = await imported(
        owner.actor, drafts=[ContactDraft(given_name="Bob")], additions=[addition_to(anna)]
    )
    held = await gathered(personal_data.entries["contacts"], owner.actor, anna.pk)
    assert held[-1]["before"]["parts"]["company"] == "Studio Rossi"
    async with unit_of_work(owner.actor) as unit:
        await erase_contact(unit, anna.pk)
    assert await read.fetch("SELECT contact_id FROM contact_act_entry") == [(bob,)]
    clock.advance(days=29)
    assert await forget_old_acts() == 0
    clock.advance(days=1)
    with pytest.raises(JobFinal):
        await undo_act(owner.actor, act)
    assert await forget_old_acts() == 1
    assert await read.fetch("SELECT 1 FROM contact_act_entry") == []
    with pytest.raises(NotFound):
        await undo_act(owner.actor, act)


async def test_refuses_strangers_and_viewers(owner, stranger, viewer):
    act, _ = await imported(owner.actor, drafts=[ContactDraft(given_name="Bob")])
    with pytest.raises(NotFound):
        await undo_act(stranger.actor, act)
    with pytest.raises(Forbidden):
        await undo_act(viewer.actor, act)
    assert await get_act(stranger.actor, act) is None


async def test_an_undo_whose_asker_left_the_team_stops_and_can_be_finished(owner, member):
    keys = await many_contacts(owner.actor, 2 * ACT_BATCH + 60)
    act, _ = await imported(
        owner.actor, additions=[ContactAddition(key, position="New") for key in keys]
    )
    await undo_act(member.actor, act)
    async with unit_of_work(member.actor) as unit:
        assert await undo_batch(unit, act)
    await remove_member(owner.actor, member.membership_id)
    await run_due_jobs()
    stopped = await read_act(owner.actor, act)
    assert (stopped.state, stopped.problem) == (ActState.DONE, "FORBIDDEN")
    assert (stopped.restored_count, stopped.undo is not None) == (ACT_BATCH, True)
    await undo_act(owner.actor, act)
    await run_due_jobs()
    done = await read_act(owner.actor, act)
    assert (done.state, done.problem, done.restored_count) == (ActState.UNDONE, None, len(keys))
