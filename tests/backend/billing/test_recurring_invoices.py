"""Recurring invoices: made once each, in order, whatever happened meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from backend.accounts.service.account import AccountChange, update_account
from backend.billing import jobs  # noqa: F401 - the handlers
from backend.billing.errors import DateOutOfRange, WrongStage
from backend.billing.queries.deliveries import deliveries_of
from backend.billing.queries.documents import DocumentFilter, documents_page
from backend.billing.queries.recurring import add_history, recurring_by_id
from backend.billing.rules.drafting import DraftChanges
from backend.billing.rules.kinds import DocumentKind, DocumentStatus
from backend.billing.rules.recurring import Frequency, Outcome, RecurringMode, Schedule
from backend.billing.service import update_document, verify_ledger
from backend.billing.service.recurring import (
    RecurringChanges,
    create_recurring,
    draft_recurring,
    update_recurring,
)
from backend.billing.service.recurring_days import (
    delete_recurring,
    pause_recurring,
    restore_recurring,
    resume_recurring,
    skip_recurring,
    unskip_recurring,
)
from backend.billing.service.recurring_runs import make_due_invoices, make_invoices_of
from backend.billing.service.recurring_sending import send_recurring
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.errors import Forbidden, NotFound, StaleVersion
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.notifications.queries import notifications_page
from tests.factories.billing import BUYER, line, new_document, new_issued, new_seller
from tests.factories.contacts import new_contact

MONTHLY, WEEKLY = Frequency.MONTHLY, Frequency.WEEKLY
ISSUE, REVIEW = RecurringMode.ISSUE, RecurringMode.REVIEW


@pytest.fixture(autouse=True)
async def in_paris(owner, clock):
    clock.set(datetime(2026, 11, 23, 9, tzinfo=UTC))
    await update_account(owner.actor, AccountChange(time_zone="Europe/Paris"))


async def new_recurring(owner, start, *, mode=ISSUE, frequency=MONTHLY, tax=None, **values):
    said = {each: values.pop(each) for each in ("title", "contact_id") if each in values}
    tax = tax or await new_seller(owner.actor)
    draft = await new_document(owner.actor, tax, **said)
    schedule = Schedule(frequency, start, **values)
    return (await create_recurring(owner.actor, draft.pk, schedule, mode)).recurring


async def invoices(owner):
    """The account's invoices, the oldest first."""
    wanted = DocumentFilter(frozenset({DocumentKind.INVOICE}))
    return (await documents_page(owner.actor, PageRequest.of(last=200), wanted)).rows[::-1]


async def now_of(owner, recurring):
    return (await recurring_by_id(owner.actor, (recurring.pk,)))[recurring.pk]


async def outcomes(owner, recurring):
    row = await now_of(owner, recurring)
    await add_history([row])
    return [(each.iso_day, each.outcome, each.problem) for each in row.history]


@pytest.mark.sqlite_only
async def test_a_draft_becomes_what_is_made_again_and_again(owner, clock):
    recurring = await new_recurring(owner, date(2026, 11, 30), title="Hosting")
    assert (recurring.total_minor, recurring.next_date) == (12_000, date(2026, 11, 30))
    assert await invoices(owner) == []
    clock.set(datetime(2026, 11, 29, 22, 59, tzinfo=UTC))
    assert await make_due_invoices() == 0
    clock.set(datetime(2026, 11, 29, 23, 0, tzinfo=UTC))
    assert await make_due_invoices() == 1
    (made,) = await invoices(owner)
    assert (made.number, made.issue_date) == ("F2026-0001", date(2026, 11, 30))
    assert (await now_of(owner, recurring)).next_date == date(2026, 12, 30)
    assert await make_due_invoices() == 0


async def test_days_of_downtime_are_made_up_for_dated_and_numbered_in_order(owner, clock):
    tax = await new_seller(owner.actor)
    await new_recurring(owner, date(2026, 12, 1), tax=tax, title="monthly", times=3)
    await new_recurring(
        owner, date(2026, 12, 22), frequency=WEEKLY, tax=tax, title="weekly", times=3
    )
    clock.set(datetime(2027, 3, 1, 12, tzinfo=UTC))
    made = await asyncio.gather(*(make_invoices_of(owner.account_id) for _ in range(4)))
    assert sum(made) == 6
    found = await invoices(owner)
    assert [(each.content.title, each.issue_day, each.number) for each in found] == [
        ("monthly", "2026-12-01", "F2026-0001"),
        ("weekly", "2026-12-22", "F2026-0002"),
        ("weekly", "2026-12-29", "F2026-0003"),
        ("monthly", "2027-01-01", "F2027-0001"),
        ("weekly", "2027-01-05", "F2027-0002"),
        ("monthly", "2027-02-01", "F2027-0003"),
    ]  # fmt: skip
    report = await verify_ledger(owner.actor)
    assert (report.links, report.findings) == (6, [])


@pytest.mark.sqlite_only
async def test_what_others_issued_meanwhile_came_first(owner, clock):
    tax = await new_seller(owner.actor)
    await new_recurring(owner, date(2026, 12, 1), tax=tax, times=1)
    clock.set(datetime(2026, 12, 3, 9, tzinfo=UTC))
    await new_issued(owner.actor, tax)
    await make_due_invoices()
    assert [each.issue_day for each in await invoices(owner)] == ["2026-12-03", "2026-12-03"]


@pytest.mark.sqlite_only
async def test_what_is_issued_by_itself_is_sent_once_or_told_why_not(owner, clock):
    tax = await new_seller(owner.actor)
    schedule = Schedule(MONTHLY, date(2026, 11, 23), times=1)
    reached = await new_document(owner.actor, tax, buyer=replace(BUYER, email="c@example.org"))
    await create_recurring(owner.actor, reached.pk, schedule, RecurringMode.SEND)
    unknown = await new_document(owner.actor, tax)
    written = await create_recurring(owner.actor, unknown.pk, schedule, RecurringMode.SEND)
    recurring = written.recurring
    await run_due_jobs()
    sent, unsent = await invoices(owner)
    await send_recurring(owner.account_id, recurring.pk, "2026-11-23", sent.pk)
    found = await deliveries_of(owner.actor, (sent.pk, unsent.pk))
    assert {key: [each.to for each in left] for key, left in found.items() if left} == {
        sent.pk: ["c@example.org"]
    }
    assert await outcomes(owner, recurring) == [("2026-11-23", Outcome.ISSUED, "REQUIRED")]
    told = (await notifications_page(owner.actor, PageRequest.of(first=5))).rows
    assert [(each.kind, each.subject_id) for each in told] == [("invoice_not_sent", unsent.id)]


@pytest.mark.sqlite_only
async def test_what_waits_for_review_is_told_and_has_no_day_yet(owner, clock):
    recurring = await new_recurring(owner, date(2026, 11, 23), mode=REVIEW, title="Hosting")
    await make_due_invoices()
    (draft,) = await invoices(owner)
    assert (draft.status, draft.issue_date) == (DocumentStatus.DRAFT, None)
    told = (await notifications_page(owner.actor, PageRequest.of(first=5))).rows
    assert [(each.kind, each.subject_id) for each in told] == [("invoice_to_review", draft.id)]
    assert await outcomes(owner, recurring) == [("2026-11-23", Outcome.DRAFTED, None)]


async def test_what_cannot_be_issued_is_held_with_its_reason_and_stops_nothing(owner, clock):
    tax = await new_seller(owner.actor)
    lame = await new_document(owner.actor, tax, lines=[line(None)])
    schedule = Schedule(WEEKLY, date(2026, 11, 24), times=2)
    held = (await create_recurring(owner.actor, lame.pk, schedule, ISSUE)).recurring
    await new_recurring(owner, date(2026, 11, 25), tax=tax, times=1)
    clock.set(datetime(2026, 12, 2, 9, tzinfo=UTC))
    assert await make_due_invoices() == 3
    statuses = [each.status for each in await invoices(owner)]
    assert statuses == [DocumentStatus.DRAFT, DocumentStatus.ISSUED, DocumentStatus.DRAFT]
    assert await outcomes(owner, held) == [
        ("2026-12-01", Outcome.HELD, "REQUIRED"),
        ("2026-11-24", Outcome.HELD, "REQUIRED"),
    ]
    told = (await notifications_page(owner.actor, PageRequest.of(first=5))).rows
    assert [each.kind for each in told] == ["invoice_held", "invoice_held"]


@pytest.mark.sqlite_only
async def test_paused_days_are_not_made_up_for(owner, clock):
    recurring = await new_recurring(owner, date(2026, 12, 1))
    await pause_recurring(owner.actor, recurring.pk)
    clock.set(datetime(2027, 2, 10, 9, tzinfo=UTC))
    assert await make_due_invoices() == 0
    assert (await now_of(owner, recurring)).next_dates[0] == date(2027, 3, 1)
    resumed = (await resume_recurring(owner.actor, recurring.pk)).recurring
    assert (resumed.next_date, resumed.is_paused) == (date(2027, 3, 1), False)
    assert await make_due_invoices() == 0


async def test_a_day_is_skipped_and_brought_back(owner, clock):
    recurring = await new_recurring(owner, date(2026, 12, 1), times=2)
    with pytest.raises(DateOutOfRange):
        await skip_recurring(owner.actor, recurring.pk, date(2026, 12, 2))
    await skip_recurring(owner.actor, recurring.pk, date(2026, 12, 1))
    skipped = (await skip_recurring(owner.actor, recurring.pk, date(2027, 1, 1))).recurring
    assert skipped.next_dates == [date(2027, 2, 1), date(2027, 3, 1)]
    back = (await unskip_recurring(owner.actor, recurring.pk, date(2027, 1, 1))).recurring
    assert back.next_dates == [date(2027, 1, 1), date(2027, 2, 1)]
    assert back.skipped_dates == [date(2026, 12, 1)]
    clock.set(datetime(2027, 3, 2, 9, tzinfo=UTC))
    await make_due_invoices()
    assert [each.issue_day for each in await invoices(owner)] == ["2027-01-01", "2027-02-01"]
    assert (await now_of(owner, recurring)).is_ended


@pytest.mark.sqlite_only
async def test_a_skipped_day_stays_skipped_after_downtime(owner, clock):
    recurring = await new_recurring(owner, date(2026, 12, 1), times=2)
    await skip_recurring(owner.actor, recurring.pk, date(2027, 1, 1))
    clock.set(datetime(2027, 2, 2, 9, tzinfo=UTC))
    assert await make_due_invoices() == 2
    assert [each.issue_day for each in await invoices(owner)] == ["2026-12-01", "2027-02-01"]


@pytest.mark.sqlite_only
async def test_days_that_were_missed_are_made_though_a_later_one_is_skipped(owner, clock):
    recurring = await new_recurring(owner, date(2026, 12, 1), times=3)
    clock.set(datetime(2027, 1, 2, 9, tzinfo=UTC))
    await skip_recurring(owner.actor, recurring.pk, date(2027, 2, 1))
    assert await make_due_invoices() == 2
    assert [each.issue_day for each in await invoices(owner)] == ["2026-12-01", "2027-01-01"]


async def test_it_says_and_comes_otherwise_from_now_on(owner, clock):
    recurring = await new_recurring(owner, date(2026, 11, 23), title="before")
    await make_due_invoices()
    draft = (await draft_recurring(owner.actor, recurring.pk)).document
    assert (await draft_recurring(owner.actor, recurring.pk)).document.pk == draft.pk
    await update_document(owner.actor, draft.pk, draft.version, DraftChanges(title="after"))
    before = await now_of(owner, recurring)
    changes = RecurringChanges(frequency=WEEKLY, document_id=draft.pk)
    after = (await update_recurring(owner.actor, before.pk, before.version, changes)).recurring
    assert after.next_date == date(2026, 11, 30)
    clock.advance(days=7)
    await make_due_invoices()
    assert [each.content.title for each in await invoices(owner)] == ["before", "after"]
    with pytest.raises(StaleVersion):
        await update_recurring(owner.actor, before.pk, before.version, RecurringChanges(every=2))
    now = await now_of(owner, recurring)
    ended = await update_recurring(owner.actor, now.pk, now.version, RecurringChanges(times=2))
    assert ended.recurring.is_ended


@pytest.mark.sqlite_only
async def test_what_it_says_is_changed_without_a_draft_too(owner):
    recurring = await new_recurring(owner, date(2026, 12, 1))
    said = RecurringChanges(content=DraftChanges(title="other", issue_date=date(2026, 12, 1)))
    after = (await update_recurring(owner.actor, recurring.pk, 1, said)).recurring
    assert (after.content.title, after.content.issue_date) == ("other", None)
    assert after.next_date == date(2026, 12, 1)


@pytest.mark.sqlite_only
async def test_an_issued_invoice_stays_and_a_quote_is_refused(owner):
    tax = await new_seller(owner.actor)
    issued = await new_issued(owner.actor, tax)
    schedule = Schedule(MONTHLY, date(2026, 12, 23))
    key = {"idempotency_key": "once"}
    first = await create_recurring(owner.actor, issued.pk, schedule, ISSUE, **key)
    again = await create_recurring(owner.actor, issued.pk, schedule, ISSUE, **key)
    assert first.recurring.pk == again.recurring.pk
    assert (first.recurring.content.seller, first.recurring.content.due_date) == (None, None)
    assert len(await invoices(owner)) == 1
    quote = await new_document(owner.actor, tax, DocumentKind.QUOTE)
    with pytest.raises(WrongStage):
        await create_recurring(owner.actor, quote.pk, schedule, ISSUE)


async def test_nothing_is_made_of_what_is_deleted_nor_for_who_is_in_the_trash(owner, clock):
    contact = await new_contact(owner.actor, given_name="Ada")
    tax = await new_seller(owner.actor)
    await new_recurring(owner, date(2026, 12, 1), tax=tax, contact_id=contact.pk)
    recurring = await new_recurring(owner, date(2026, 12, 1), tax=tax)
    await delete_recurring(owner.actor, recurring.pk)
    await delete_contacts(owner.actor, SelectedIds((contact.pk,)))
    clock.set(datetime(2026, 12, 2, 9, tzinfo=UTC))
    assert await make_due_invoices() == 0
    back = (await restore_recurring(owner.actor, recurring.pk)).recurring
    assert back.next_date == date(2027, 1, 1)


@pytest.mark.sqlite_only
async def test_only_who_may_sets_up_and_pauses(owner, viewer, stranger):
    recurring = await new_recurring(owner, date(2026, 12, 1))
    with pytest.raises(Forbidden):
        await pause_recurring(viewer.actor, recurring.pk)
    for verb in (pause_recurring, resume_recurring, delete_recurring, restore_recurring):
        with pytest.raises(NotFound):
            await verb(stranger.actor, recurring.pk)
