"""What recurring invoices say of their period, who is not reminded, and what is tried again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from backend.accounts.service.account import AccountChange, update_account
from backend.billing import jobs  # noqa: F401 - the handlers
from backend.billing.pages import ClientPage, document_page
from backend.billing.queries.deliveries import deliveries_of
from backend.billing.queries.documents import DocumentFilter, documents_page
from backend.billing.queries.reminders import reminds_contact
from backend.billing.rendering import fairness
from backend.billing.rules.content import Content, Line
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.letters import AcceptedQuotes
from backend.billing.rules.periods_said import said_of_period
from backend.billing.rules.recurring import Frequency, RecurringMode, Schedule
from backend.billing.service import (
    DraftChanges,
    PaymentDraft,
    answer_quote,
    create_credit_note,
    issue_document,
    record_payment,
    recurring_sending,
    reminding,
    update_document,
)
from backend.billing.service.delivery_settings import update_delivery_settings
from backend.billing.service.pdfs import shown_document
from backend.billing.service.recurring import create_recurring
from backend.billing.service.recurring_runs import make_due_invoices
from backend.billing.service.reminding import remind_contact, remind_everywhere, update_reminders
from backend.billing.service.sending import send_document
from backend.core.errors import NotFound
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.storage import StorageUnavailable
from backend.notifications.queries import notifications_page
from tests.factories.billing import BUYER, line, new_document, new_issued, new_seller
from tests.factories.contacts import new_contact

CLIENT = replace(BUYER, email="client@example.org")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr", "novembre 2026, du 30 novembre 2026 au 30 décembre 2026"),
        ("it", "novembre 2026, du 30 novembre 2026 au 30 dicembre 2026"),
        ("en", "November 2026, du 30 November 2026 au 30 December 2026"),
    ],
)
def test_places_are_filled_in_the_language_of_the_document(locale, said):
    words = "{month} {year}, du {period_start} au {period_end}"
    whole = Content("EUR", locale, 0, title=words, notes=None, lines=(Line(name=words),))
    filled = said_of_period(whole, date(2026, 11, 30), date(2026, 12, 30))
    assert (filled.title, filled.lines[0].name, filled.notes) == (said, said, None)
    odd = replace(whole, title="{Month} {} {{month}} {__class__}")
    assert said_of_period(odd, date(2026, 11, 1), date(2026, 11, 30)).title == (
        odd.title or ""
    ).replace("{month}", {"fr": "novembre", "it": "novembre", "en": "November"}[locale])


async def test_each_invoice_says_its_own_period(owner, clock):
    clock.set(NOON)
    await update_account(owner.actor, AccountChange(time_zone="Europe/Paris"))
    tax = await new_seller(owner.actor)
    said = [line(tax, name="Hosting, {month}")]
    draft = await new_document(owner.actor, tax, lines=said, locale="en")
    schedule = Schedule(Frequency.MONTHLY, date(2026, 11, 23))
    await create_recurring(owner.actor, draft.pk, schedule, RecurringMode.ISSUE)
    for day in (NOON, NOON + timedelta(days=31)):
        clock.set(day)
        await make_due_invoices()
    wanted = DocumentFilter(frozenset({DocumentKind.INVOICE}))
    made = (await documents_page(owner.actor, PageRequest(9), wanted)).rows
    names = [each.content.lines[0].name for each in made]
    assert names == ["Hosting, December", "Hosting, November"]


async def test_one_client_is_left_out_of_reminders(owner, stranger, clock):
    clock.set(NOON)
    tax = await new_seller(owner.actor)
    spared, other = [await new_contact(owner.actor, given_name=name) for name in ("A", "B")]
    due = date(2026, 11, 30)
    two = [
        await new_issued(owner.actor, tax, buyer=CLIENT, due_date=due, contact_id=each.pk)
        for each in (spared, other)
    ]
    await update_reminders(owner.actor, 0, [1])
    for _ in range(2):
        await remind_contact(owner.actor, spared.pk, reminds=False)
    with pytest.raises(NotFound):
        await remind_contact(stranger.actor, spared.pk, reminds=False)
    clock.set(datetime(2026, 12, 1, 12, tzinfo=UTC))
    await remind_everywhere()
    await run_due_jobs()
    letters = await deliveries_of(owner.actor, [each.pk for each in two])
    assert set(letters) == {two[1].pk}
    await remind_contact(owner.actor, spared.pk, reminds=True)
    assert await reminds_contact(owner.actor, spared.pk)


@pytest.mark.parametrize("module", [reminding, recurring_sending])
async def test_a_storage_that_does_not_answer_is_asked_again(owner, clock, monkeypatch, module):
    clock.set(NOON)
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, buyer=CLIENT)
    failures = iter(range(2))

    async def sometimes(*args: Any, **values: Any) -> object:
        if next(failures, None) is not None:
            raise StorageUnavailable
        return await send_document(*args, **values)

    monkeypatch.setattr(module, "send_document", sometimes)
    if module is reminding:
        await reminding.send_reminder(owner.account_id, invoice.pk, 0)
    else:
        await recurring_sending.send_recurring(owner.account_id, 1, "2026-11-23", invoice.pk)
    for minutes in (2, 6):
        assert await deliveries_of(owner.actor, (invoice.pk,)) == {}
        clock.set(NOON + timedelta(minutes=minutes))
        await run_due_jobs()
    assert len((await deliveries_of(owner.actor, (invoice.pk,)))[invoice.pk]) == 1


async def test_an_accepted_quote_whose_invoice_waits_is_told(owner):
    tax = await new_seller(owner.actor)
    await update_delivery_settings(owner.actor, 0, accepted_quotes=AcceptedQuotes.SEND_INVOICE)
    quote = await new_issued(owner.actor, tax, DocumentKind.QUOTE, buyer=replace(BUYER, city=None))
    await answer_quote(owner.actor, quote.pk, quote.version, accepted=True)
    await run_due_jobs()
    (told,) = (await notifications_page(owner.actor, PageRequest(9))).rows
    assert (told.kind, (told.title or "").split()[0]) == ("quote_waits", quote.number)


async def test_what_was_credited_is_no_payment(owner):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, locale="en")
    note = (await create_credit_note(owner.actor, invoice.pk)).document
    part = DraftChanges(lines=[line(tax, price=2_000)])
    note = (await update_document(owner.actor, note.pk, note.version, part)).document
    await issue_document(owner.actor, note.pk, note.version)
    paid = (await record_payment(owner.actor, invoice.pk, PaymentDraft(1_000))).document
    _, shown = await shown_document(owner.actor, invoice.pk)
    page = document_page(ClientPage(paid, shown, None, "/d/x"), "nonce")
    sums = page[page.index('<dl class="totals">') :]
    rows, final = sums.split('class="final"', 1)
    assert rows.index("Credited") < rows.index("24.00") < rows.index("Paid already")
    assert "10.00" in rows[rows.index("Paid already") :]
    assert "86.00" in final[: final.index("</dl>")]


async def test_an_account_leaves_threads_to_the_others():
    running: list[int] = []
    most: dict[int, int] = {}
    gate = asyncio.Event()

    async def render(account_id: int) -> None:
        async with fairness.rendering_turn(account_id):
            running.append(account_id)
            most[account_id] = max(most.get(account_id, 0), running.count(account_id))
            await gate.wait()
            running.remove(account_id)

    async with asyncio.TaskGroup() as group:
        for account_id in (1, 1, 1, 1, 1, 2):
            group.create_task(render(account_id))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert 2 in running
        gate.set()
    assert most == {1: fairness.AT_ONCE, 2: 1}
    assert fairness._lines == {}
