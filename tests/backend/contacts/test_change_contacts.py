"""One change to many contacts: at once or by a job, always undone as one."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from backend.contacts import jobs  # noqa: F401 - registers the jobs
from backend.contacts.acts import ActKind, ActRow, ActState
from backend.contacts.changes import Deletion, LabelsChange, SubscriptionChange, TextChange
from backend.contacts.drafts import ContactDraft, EmailDraft, ValueDraft
from backend.contacts.errors import ConsentInFuture, JobOver
from backend.contacts.filters import EVERYONE, Deleted, LabelsAny, LabelsNone
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.contacts.limits import ACT_BATCH, AT_ONCE
from backend.contacts.live_jobs import follow_act
from backend.contacts.queries.acts import get_act, recent_acts
from backend.contacts.queries.counts import count_contacts
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import (
    bulk_create_contacts,
    cancel_act,
    change_contacts,
    label_contacts,
    undo_act,
)
from backend.contacts.service.change import change_batch
from backend.contacts.service.requested import subscription_change, text_change, value_change
from backend.core.change_log import changes_of
from backend.core.errors import Forbidden, IdempotencyKeyReused, NotFound, Refusals
from backend.core.jobs.worker import run_due_jobs
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from tests.factories.contacts import new_contact, new_label, read_contact
from tests.factories.custom_fields import new_field

EVERYBODY = SelectedFilter(EVERYONE)
SUBSCRIBED = SubscriptionStatus.SUBSCRIBED
UNSUBSCRIBED = SubscriptionStatus.UNSUBSCRIBED
PATH = ("change", "subscription")


async def many(actor, count: int) -> list[int]:
    """Contacts with nothing but a name."""
    drafts = [ContactDraft(given_name=f"Anna {nth}") for nth in range(count)]
    return list((await bulk_create_contacts(actor, drafts)).ids.values())


async def read_act(actor, act_id: int) -> ActRow:
    """An act that must be there."""
    found = await get_act(actor, act_id)
    assert found is not None
    return found


def consent(status=SUBSCRIBED, **options) -> SubscriptionChange:
    """A subscription with all that it needs."""
    given = {
        "main_only": False,
        "include_unsubscribed": False,
        "consent_source": "Spring fair",
        "consent_date": date(2020, 5, 4),
    }
    return subscription_change(status, PATH, **{**given, **options})


async def test_sets_and_clears_a_field_and_undoes_it(owner, member):
    actor = owner.actor
    rossi = await new_contact(actor, given_name="Rosa", company="Rossi")
    bianchi = await new_contact(actor, company="Bianchi")
    done = await change_contacts(actor, EVERYBODY, text_change("company", "Verdi", ()))
    assert (done.act.state, done.act.changed_count) == (ActState.DONE, 2)
    assert (done.act.detail.field, done.act.detail.value) == ("company", "Verdi")
    assert (await read_contact(actor, bianchi.pk)).display_name == "Verdi"
    cleared = await change_contacts(member.actor, EVERYBODY, TextChange("company", None))
    assert (cleared.act.changed_count, cleared.act.skipped_count) == (1, 1)
    assert (await read_contact(actor, bianchi.pk)).company == "Verdi", "else nobody could call it"
    assert [each.pk for each in await recent_acts(actor, 9)] == [done.act.pk, cleared.act.pk]
    assert [each.pk for each in await recent_acts(actor, 9, mine_only=True)] == [done.act.pk]
    await undo_act(actor, cleared.act.pk)
    undone = (await undo_act(actor, done.act.pk)).act
    assert (undone.restored_count, undone.kept_count) == (2, 0)
    assert (await read_contact(actor, bianchi.pk)).company == "Bianchi"
    assert (await read_contact(actor, rossi.pk)).company == "Rossi"


async def test_sets_a_custom_field_of_its_type(owner):
    actor = owner.actor
    size = (await new_field(actor, "Size", CustomFieldKind.NUMBER)).pk
    anna = await new_contact(actor, custom_values=[ValueDraft(size, "7")], given_name="Anna")
    with pytest.raises(Refusals) as refused:
        await value_change(actor, ValueDraft(size, "seven"), ("change", "customValue"))
    assert refused.value.refusals[0].path == ("change", "customValue", "value", "number")
    change = await value_change(actor, ValueDraft(size, "12.50"), ("change", "customValue"))
    done = await change_contacts(actor, EVERYBODY, change)
    assert done.act.detail.field == "Size"
    assert (await read_contact(actor, anna.pk)).values[0].kept == "12.5"
    await undo_act(actor, done.act.pk)
    assert (await read_contact(actor, anna.pk)).values[0].kept == "7"


async def test_subscribes_with_a_consent_and_leaves_who_left(owner, clock):
    actor = owner.actor
    anna = await new_contact(
        actor,
        given_name="Anna",
        emails=[
            EmailDraft("home@example.org", EmailKind.HOME),
            EmailDraft("main@example.org", EmailKind.MAIN),
            EmailDraft("left@example.org", EmailKind.WORK, UNSUBSCRIBED),
        ],
    )

    async def statuses() -> list[str]:
        return [each.status for each in (await read_contact(actor, anna.pk)).emails]

    done = await change_contacts(actor, EVERYBODY, consent(main_only=True))
    assert await statuses() == ["never_subscribed", "subscribed", "unsubscribed"]
    since = (await read_contact(actor, anna.pk)).emails[1].status_changed_at
    assert since == datetime(2020, 5, 4, tzinfo=UTC)
    started = (await changes_of(owner.account_id, "Job", done.act.pk, limit=9))[-1]
    assert started.payload["consent_source"] == "Spring fair"
    of_anna = (await changes_of(owner.account_id, "Contact", anna.pk, limit=1))[0]
    assert of_anna.request_id == started.request_id
    await change_contacts(actor, EVERYBODY, consent(include_unsubscribed=True))
    assert set(await statuses()) == {"subscribed"}
    left = await change_contacts(actor, EVERYBODY, consent(UNSUBSCRIBED, consent_source=None))
    assert set(await statuses()) == {"unsubscribed"}
    await undo_act(actor, left.act.pk)
    assert set(await statuses()) == {"subscribed"}


async def test_nobody_is_subscribed_without_a_consent(owner, clock):
    with pytest.raises(Refusals) as refused:
        consent(consent_source="  ", consent_date=None)
    assert [each.path[-1] for each in refused.value.refusals] == ["consentSource", "consentDate"]
    with pytest.raises(Refusals) as refused:
        consent(consent_date=clock.now.date() + timedelta(days=2))
    assert isinstance(refused.value.refusals[0], ConsentInFuture)


async def test_a_job_goes_on_where_a_killed_process_left_it_and_so_does_its_undo(owner):
    actor = owner.actor
    keys = await many(actor, AT_ONCE + ACT_BATCH)
    label = await new_label(actor)
    unlabelled = SelectedFilter(LabelsNone(frozenset({label})))
    asked = (await label_contacts(actor, unlabelled, add=[label])).act
    assert (asked.state, asked.changed_count, asked.total) == (ActState.QUEUED, 0, len(keys))
    async with unit_of_work(actor) as unit:
        assert await change_batch(unit, asked.pk)
    with pytest.raises(ZeroDivisionError):
        await dies_in_a_batch(actor, asked.pk)
    halfway = await read_act(actor, asked.pk)
    assert (halfway.state, halfway.done) == (ActState.RUNNING, ACT_BATCH)
    seen: list[ActRow] = []
    async for progress in follow_act(actor, asked.pk, None):
        if not seen:
            await run_due_jobs()
        seen.append(progress.job)
    assert (seen[0].done, seen[-1].state) == (ACT_BATCH, ActState.DONE)
    assert seen[-1].changed_count == len(keys)
    assert await count_contacts(actor, LabelsAny(frozenset({label}))) == len(keys)
    await undo_act(actor, asked.pk)
    await run_due_jobs()
    undone = await read_act(actor, asked.pk)
    assert (undone.state, undone.restored_count) == (ActState.UNDONE, len(keys))
    assert await count_contacts(actor, LabelsAny(frozenset({label}))) == 0


async def dies_in_a_batch(actor, act_id: int) -> None:
    """Change some contacts, and do not come to the commit."""
    async with unit_of_work(actor) as unit:
        assert await change_batch(unit, act_id)
        raise ZeroDivisionError


async def test_a_job_is_stopped_and_what_it_did_is_undone(owner, member):
    actor = owner.actor
    keys = await many(actor, AT_ONCE + 1)
    act_id = (await change_contacts(actor, EVERYBODY, Deletion())).act.pk
    async with unit_of_work(actor) as unit:
        await change_batch(unit, act_id)
    stopped = (await cancel_act(member.actor, act_id)).act
    assert (stopped.state, stopped.changed_count) == (ActState.CANCELLED, ACT_BATCH)
    await run_due_jobs()
    assert await count_contacts(actor, Deleted(deleted=True)) == ACT_BATCH
    with pytest.raises(JobOver):
        await cancel_act(actor, act_id)
    await undo_act(member.actor, act_id)
    assert await count_contacts(actor, EVERYONE) == len(keys)


async def test_two_acts_on_the_same_contacts_are_undone_in_either_order(owner, member):
    actor = owner.actor
    keys = await many(actor, 300)
    one, two = [await new_label(actor, name) for name in ("one", "two")]
    chosen = SelectedIds(tuple(keys))
    first, second = await asyncio.gather(
        change_contacts(actor, chosen, LabelsChange((one,))),
        change_contacts(member.actor, chosen, LabelsChange((two,))),
    )
    early, late = sorted((first.act.pk, second.act.pk))
    assert (await undo_act(actor, early)).act.kept_count == len(keys)
    assert (await undo_act(actor, late)).act.restored_count == len(keys)
    carried = [await count_contacts(actor, LabelsAny(frozenset({key}))) for key in (one, two)]
    assert sorted(carried) == [0, len(keys)]


async def test_acts_are_undone_one_after_the_other(owner):
    actor = owner.actor
    anna = await new_contact(actor, given_name="Anna", company="First")
    acts = [
        (await change_contacts(actor, EVERYBODY, change)).act.pk
        for change in (TextChange("company", "Second"), TextChange("company", "Third"), Deletion())
    ]
    companies = []
    for act_id in reversed(acts):
        assert (await undo_act(actor, act_id)).act.restored_count == 1
        companies.append((await read_contact(actor, anna.pk)).company)
    assert companies == ["Third", "Second", "First"]


async def test_who_may_no_longer_write_does_not_go_on(owner, member):
    await many(owner.actor, AT_ONCE + 1)
    act_id = (await change_contacts(member.actor, EVERYBODY, TextChange("company", "X"))).act.pk
    async with unit_of_work(owner.actor) as unit:
        await unit.execute(
            "UPDATE membership SET role = 'viewer' WHERE user_id = ?", (member.actor.user_id,)
        )
    await run_due_jobs()
    failed = await read_act(owner.actor, act_id)
    assert (failed.state, failed.problem, failed.done) == (ActState.FAILED, "FORBIDDEN", 0)


async def test_asking_again_under_one_key_is_one_act(owner):
    actor = owner.actor
    await many(actor, 3)
    filtered, change = SelectedFilter(LabelsNone(frozenset({7, 5}))), TextChange("company", "X")
    first = await change_contacts(actor, filtered, change, idempotency_key="k")
    again = await change_contacts(actor, filtered, change, idempotency_key="k")
    assert again.act == first.act
    assert again.act.kind == ActKind.FIELD
    with pytest.raises(IdempotencyKeyReused):
        await change_contacts(actor, EVERYBODY, change, idempotency_key="k")


async def test_refuses_strangers_and_viewers(owner, stranger, viewer):
    anna = await new_contact(owner.actor, given_name="Anna")
    chosen, change = SelectedIds((anna.pk,)), TextChange("company", "X")
    with pytest.raises(Refusals):
        await change_contacts(stranger.actor, chosen, change)
    with pytest.raises(Forbidden):
        await change_contacts(viewer.actor, chosen, change)
    act_id = (await change_contacts(owner.actor, chosen, change)).act.pk
    with pytest.raises(NotFound):
        await cancel_act(stranger.actor, act_id)
    with pytest.raises(NotFound):
        await anext(follow_act(stranger.actor, act_id, None))
    with pytest.raises(Forbidden):
        await cancel_act(viewer.actor, act_id)
