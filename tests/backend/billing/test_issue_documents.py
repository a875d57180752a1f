"""Numbers, frozen documents, and the chain that proves them."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, date, datetime, timedelta

import pytest

from backend.accounts.service.account import AccountChange, update_account
from backend.billing.errors import (
    DateOutOfRange,
    DueBeforeIssue,
    EmptyDocument,
    NumberTaken,
    SellerIncomplete,
    WrongStage,
)
from backend.billing.queries.documents import documents_by_id
from backend.billing.rules.kinds import DocumentKind, Restart
from backend.billing.rules.numbering import Numbering
from backend.billing.rules.settings import Party, Seller, SettingsChanges
from backend.billing.service import (
    DraftChanges,
    create_document,
    delete_draft,
    issue_document,
    update_document,
    update_settings,
    verify_ledger,
)
from backend.core.clock import frozen
from backend.core.errors import Forbidden, NotFound, Refusals, Required, StaleVersion
from backend.core.unit_of_work import unit_of_work
from tests.factories.billing import SELLER, line, new_document, new_issued, new_seller

INVOICE, QUOTE = DocumentKind.INVOICE, DocumentKind.QUOTE


async def test_numbers_follow_one_another_by_kind(owner):
    tax = await new_seller(owner.actor)
    with frozen(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        numbers = [
            (await new_issued(owner.actor, tax, kind)).number
            for kind in (INVOICE, INVOICE, QUOTE, INVOICE)
        ]
    assert numbers == ["F2026-0001", "F2026-0002", "D2026-0001", "F2026-0003"]


async def test_numbers_begin_anew_with_the_seller_s_year(owner):
    await update_account(owner.actor, AccountChange(time_zone="Europe/Paris"))
    tax = await new_seller(owner.actor)
    with frozen(datetime(2026, 12, 31, 22, 59, tzinfo=UTC)):
        last = await new_issued(owner.actor, tax)
    with frozen(datetime(2026, 12, 31, 23, 0, tzinfo=UTC)):
        first = await new_issued(owner.actor, tax)
    assert (last.issue_date, last.series_year, last.series_number) == (date(2026, 12, 31), 2026, 1)
    assert (first.issue_date, first.series_year, first.series_number) == (date(2027, 1, 1), 2027, 1)
    assert last.number != first.number


async def test_numbers_go_on_where_another_program_stopped(owner):
    numbering = Numbering(INVOICE, "{number}", Restart.NEVER, 120)
    tax = await new_seller(owner.actor, numbering=[numbering])
    assert [(await new_issued(owner.actor, tax)).number for _ in range(2)] == ["120", "121"]
    assert (await verify_ledger(owner.actor)).findings == []


async def test_a_pattern_that_makes_a_number_again_is_refused_and_takes_none(owner):
    numbering = Numbering(INVOICE, "{year}{number}", Restart.YEARLY)
    tax = await new_seller(owner.actor, numbering=[numbering])
    first = await new_issued(owner.actor, tax)
    again = Numbering(INVOICE, str(first.number)[:-1] + "{number}", Restart.NEVER)
    await update_settings(owner.actor, 1, SettingsChanges(numbering=[again]))
    draft = await new_document(owner.actor, tax)
    with pytest.raises(NumberTaken):
        await issue_document(owner.actor, draft.pk, draft.version)
    assert (await verify_ledger(owner.actor)).findings == []


async def test_an_issued_document_is_frozen(owner):
    tax = await new_seller(owner.actor)
    issued = await new_issued(owner.actor, tax)
    assert (issued.content.seller, issued.issued_at is not None) == (SELLER, True)
    days = timedelta(days=issued.content.payment_days)
    assert issued.issue_date is not None
    assert issued.due_date == issued.issue_date + days
    other = Seller(name="Another", street="s", city="c", country="DE")
    await update_settings(owner.actor, 1, SettingsChanges(seller=other))
    again = (await documents_by_id(owner.actor, (issued.pk,)))[issued.pk]
    assert again.content.seller == SELLER
    for verb in (
        update_document(owner.actor, issued.pk, issued.version, DraftChanges(title="x")),
        issue_document(owner.actor, issued.pk, issued.version),
        delete_draft(owner.actor, issued.pk),
    ):
        with pytest.raises(WrongStage):
            await verb


async def test_all_that_is_missing_is_told_at_once(owner):
    draft = (
        await create_document(
            owner.actor,
            INVOICE,
            DraftChanges(
                buyer=Party(), lines=[line(None, "0")], due_date=date(2026, 1, 1),
                issue_date=date(2026, 1, 2),
                delivered_from=date(2026, 1, 5), delivered_until=date(2026, 1, 4),
            ),
        )
    ).document  # fmt: skip
    with pytest.raises(Refusals) as caught:
        await issue_document(owner.actor, draft.pk, draft.version)
    told = {(type(each), each.path) for each in caught.value.refusals}
    assert {
        (SellerIncomplete, ("seller", "city")),
        (Required, ("buyer", "name")),
        (EmptyDocument, ("lines",)),
        (Required, ("lines", "0", "taxId")),
        (DueBeforeIssue, ("dueDate",)),
        (DateOutOfRange, ("deliveredUntil",)),
    } <= told
    assert (await verify_ledger(owner.actor)).links == 0


async def test_a_buyer_may_be_half_typed_until_the_issue(owner):
    tax = await new_seller(owner.actor)
    there = {"name": "Example", "street": "1 rue", "city": "Lyon", "country": "FR"}
    half = Party(**there, email="some", registration_number="552 008")
    draft = await new_document(owner.actor, tax, buyer=half)
    assert draft.content.buyer == half
    with pytest.raises(Refusals) as caught:
        await issue_document(owner.actor, draft.pk, draft.version)
    assert [each.path for each in caught.value.refusals] == [("buyer", "email")]
    whole = Party(**there, registration_number="552 008 443")
    issued = await new_issued(owner.actor, tax, buyer=whole)
    assert issued.content.buyer.registration_number == "552008443"


async def test_days_go_with_numbers(owner):
    tax = await new_seller(owner.actor)
    with frozen(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        await new_issued(owner.actor, tax, issue_date=date(2026, 11, 20))
        for wrong in (date(2026, 11, 19), date(2026, 11, 23)):
            draft = await new_document(owner.actor, tax, issue_date=wrong)
            with pytest.raises(Refusals) as caught:
                await issue_document(owner.actor, draft.pk, draft.version)
            assert [type(each) for each in caught.value.refusals] == [DateOutOfRange]
        await new_issued(owner.actor, tax, issue_date=date(2026, 11, 21))


async def test_only_who_may_issues(owner, viewer, stranger):
    tax = await new_seller(owner.actor)
    draft = await new_document(owner.actor, tax)
    with pytest.raises(Forbidden):
        await issue_document(viewer.actor, draft.pk, draft.version)
    with pytest.raises(NotFound):
        await issue_document(stranger.actor, draft.pk, draft.version)
    with pytest.raises(StaleVersion):
        await issue_document(owner.actor, draft.pk, 99)


async def test_many_issuers_at_once_with_kills_leave_no_gap_and_no_double(owner):
    tax = await new_seller(owner.actor)
    drafts = [(await new_document(owner.actor, tax)).pk for _ in range(100)]
    chance = random.Random(7)

    async def issue(key):
        task = asyncio.create_task(issue_document(owner.actor, key, 1))
        if chance.random() < 0.4:
            await asyncio.sleep(chance.random() * 0.05)
            task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def issuer(own):
        for key in own:
            await issue(key)

    await asyncio.gather(*(issuer(drafts[place::20]) for place in range(20)))
    found = (await documents_by_id(owner.actor, drafts)).values()
    taken = sorted(each.series_number for each in found if each.series_number is not None)
    assert taken == list(range(1, len(taken) + 1))
    assert len(taken) >= 10
    for each in found:
        if each.number is None:
            await issue_document(owner.actor, each.pk, each.version)
    report = await verify_ledger(owner.actor)
    assert (report.links, report.findings) == (100, [])


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE billing_document SET total_minor = 1 WHERE id = {last}", "DOCUMENT_CHANGED"),
        (
            "UPDATE billing_document SET content = REPLACE(content, 'Work', 'Wage') "
            "WHERE id = {last}",
            "DOCUMENT_CHANGED",
        ),
        ("UPDATE billing_document SET number = 'X' WHERE id = {last}", "DOCUMENT_CHANGED"),
        ("DELETE FROM billing_document WHERE id = {last}", "NUMBER_MISSING"),
        ("DELETE FROM ledger_link WHERE sequence = 2", "LINK_MISSING"),
        ("UPDATE ledger_link SET at = at + 1 WHERE sequence = 2", "LINK_CHANGED"),
        ("DELETE FROM ledger_link WHERE sequence = 3", "NOT_IN_LEDGER"),
        ("UPDATE number_series SET last_number = 4", "NUMBER_MISSING"),
        ("UPDATE billing_document SET stage = 'draft' WHERE id = {last}", "DOCUMENT_MISSING"),
    ],
)
async def test_the_ledger_tells_what_was_done_behind_its_back(owner, harm, code):
    tax = await new_seller(owner.actor)
    keys = [(await new_issued(owner.actor, tax)).pk for _ in range(3)]
    assert (await verify_ledger(owner.actor)).findings == []
    async with unit_of_work(owner.actor) as unit:
        await unit.execute(harm.format(last=keys[-1]))
    assert code in {found for found, _ in (await verify_ledger(owner.actor)).findings}
