"""Documents of who was erased: not reminded of, kept whole by law, then nobody's; always proved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from backend.billing.errors import BuyerErased, PurgedDocument
from backend.billing.queries.deliveries import answers_of, deliveries_of, links_of
from backend.billing.queries.documents import add_payments, documents_by_id
from backend.billing.queries.ledger import pdf_digests
from backend.billing.queries.periods import Period
from backend.billing.rendering.render import pdf_of
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.recurring import Frequency, RecurringMode, Schedule
from backend.billing.rules.settings import Party
from backend.billing.service import (
    DraftChanges,
    PaymentDraft,
    create_credit_note,
    document_pdf,
    documents_of_period,
    issue_document,
    pdfs,
    record_payment,
    retention,
    sending,
    update_document,
    verify_ledger,
    void_document,
)
from backend.billing.service.answering import ClientAnswer, answer_by_client
from backend.billing.service.keeping import purge_document
from backend.billing.service.links import create_link
from backend.billing.service.pdfs import pdf_key
from backend.billing.service.quotes import invoice_quote, revise_quote
from backend.billing.service.recurring import create_recurring
from backend.billing.service.reminding import remind_everywhere, update_reminders
from backend.billing.service.sending import SendDraft, send_document
from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from backend.core.storage import delete_file, get_file, put_file
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.files.service import keep_bytes
from backend.privacy.service import purging
from backend.privacy.service.purging import purge_kept_documents
from backend.privacy.service.start_erasure import start_erasure
from tests.factories.api import Asker
from tests.factories.billing import new_issued, new_seller
from tests.factories.contacts import new_contact
from tests.factories.privacy import new_erasure, read_request

load_jobs()
pytestmark = pytest.mark.sqlite_only
BUYER = Party(
    name="Wilma Client", email="wilma@example.org", street="1 rue", city="Lyon", country="FR"
)
SHOWN = """{ billingDocuments(first: 5) { edges { node { keptUntil purgedAt title buyer { name }
  lines { name } total { minor } } } } }"""


@pytest.fixture
async def wilma(owner, clock):
    """Somebody who accepted a quote, and paid an invoice in part; erased an instant ago."""
    contact = await new_contact(owner.actor, given_name="Wilma", family_name="Client")
    tax = await new_seller(owner.actor)
    theirs: dict[str, Any] = {"contact_id": contact.pk, "buyer": BUYER, "title": "For Wilma"}
    quote = await new_issued(owner.actor, tax, DocumentKind.QUOTE, **theirs)
    await create_link(owner.actor, quote.pk)
    link = (await links_of(owner.actor, (quote.pk,)))[quote.pk]
    await answer_by_client(link, ClientAnswer(True, "Wilma", "10.10-200.250", address="192.0.2.7"))
    invoice = await new_issued(owner.actor, tax, due_date=date(2026, 3, 20), **theirs)
    await record_payment(owner.actor, invoice.pk, PaymentDraft(5_000, reference="From Wilma"))
    await run_due_jobs()
    asked = await new_erasure(owner.actor, contact)
    await start_erasure(owner.actor, asked, "wilma client", delay_hours=1)
    clock.advance(hours=2)
    await run_due_jobs()
    return asked, quote.pk, invoice.pk


async def purge_in(year, clock):
    clock.set(clock.now.replace(year=year, month=1, day=1))
    return await purge_kept_documents()


async def test_nobody_is_reminded_of_what_is_not_paid(owner, wilma, clock):
    _, _, invoice = wilma
    await update_reminders(owner.actor, 0, [1])
    clock.set(clock.now.replace(day=21))
    assert await remind_everywhere() == 0
    await run_due_jobs()
    assert await deliveries_of(owner.actor, (invoice,)) == {}


async def test_is_purged_of_its_person_and_proved_all_the_same(owner, wilma, clock):
    asked, quote, invoice = wilma
    credit = await create_credit_note(owner.actor, invoice)
    await issue_document(owner.actor, credit.document.pk, credit.document.version)
    await send_document(owner.actor, invoice, SendDraft("wilma@example.org"))
    await run_due_jobs()
    letters = settings().data_dir / "outbox"
    assert [*letters.glob("*message*")]
    assert await purge_in(2036, clock) == 0
    assert await purge_in(2037, clock) == 3
    await run_due_jobs()
    assert (await verify_ledger(owner.actor)).findings == []
    stored = [
        str(await read.fetch(f"SELECT * FROM {table}"))
        for table in (
            *("billing_document", "quote_answer", "payment", "document_link", "change"),
            *("thread", "message", "message_file", "message_search", "stored_file"),
        )
    ]
    assert [each for each in stored if "ilma" in each or "192.0.2" in each] == []
    assert stored[-5:] == ["[]"] * 5
    assert [*letters.glob("*message*")] == []
    shown = (await documents_by_id(owner.actor, (invoice,)))[invoice]
    await add_payments(owner.actor, (shown,))
    assert (shown.total_minor, shown.credited_minor) == (12_000, 12_000)
    assert [each.amount_minor for each in shown.payments] == [5_000]
    assert (await answers_of(owner.actor, (quote,)))[quote].accepted
    certificate = (await read_request(owner.actor, asked)).certificate
    assert certificate is not None
    assert (certificate.purged_count, certificate.purged_at) == (3, clock.now)


async def test_what_was_purged_is_over_and_said_to_be(api, owner, wilma, clock):
    _, quote, invoice = wilma
    await purge_in(2037, clock)
    version = (await documents_by_id(owner.actor, (invoice,)))[invoice].version
    for verb in (
        lambda: document_pdf(owner.actor, invoice),
        lambda: document_pdf(owner.actor, quote),
        lambda: void_document(owner.actor, invoice, version),
        lambda: create_credit_note(owner.actor, invoice),
        lambda: record_payment(owner.actor, invoice, PaymentDraft(100)),
        lambda: revise_quote(owner.actor, quote),
        lambda: create_link(owner.actor, invoice),
    ):
        with pytest.raises(PurgedDocument):
            await verb()
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(NotFound):
        await documents_of_period(owner.actor, period, frozenset(DocumentKind))
    clock.set(clock.now.replace(year=2026, month=4))  # as she is signed in still
    edges = (await Asker(api, owner).data(SHOWN))["billingDocuments"]["edges"]
    for node in (each["node"] for each in edges):
        assert node["purgedAt"].startswith("2037-01-01")
        assert (node["keptUntil"], node["title"]) == ("2036-12-31", None)
        assert (node["buyer"], node["lines"]) == ({"name": "…"}, [{"name": "…"}])
        assert node["total"] == {"minor": 12_000}


async def test_no_pdf_outlives_a_purge_that_came_while_it_was_drawn(
    owner, wilma, clock, monkeypatch
):
    _, _, invoice = wilma
    [digest] = (await pdf_digests(owner.account_id, (invoice,))).values()
    key = pdf_key(owner.account_id, invoice, digest)
    await delete_file(key)  # so that it is drawn again

    async def drawn_late(*given):
        made = await pdf_of(*given)
        assert await purge_in(2037, clock) == 2
        await run_due_jobs()
        return made

    monkeypatch.setattr(pdfs, "pdf_of", drawn_late)
    with pytest.raises(PurgedDocument):
        await document_pdf(owner.actor, invoice)
    await run_due_jobs()
    assert await get_file(key) is None
    assert (await verify_ledger(owner.actor)).findings == []


async def test_no_letter_leaves_with_what_was_purged_while_it_was_written(
    owner, wilma, clock, monkeypatch
):
    _, _, invoice = wilma

    async def kept_late(*given):
        await purge_in(2037, clock)
        return await keep_bytes(*given)

    monkeypatch.setattr(sending, "keep_bytes", kept_late)
    with pytest.raises(PurgedDocument):
        await send_document(owner.actor, invoice, SendDraft("wilma@example.org"))
    for table in ("message", "document_link", "document_delivery"):
        assert await read.fetch(f"SELECT id FROM {table}") == []


async def test_what_is_left_is_proved(owner, wilma, clock, monkeypatch):
    _, _, invoice = wilma
    row = "UPDATE billing_document SET {} WHERE id = " + str(invoice)
    before = await read.fetch_value(f"SELECT content FROM billing_document WHERE id = {invoice}")

    async def findings_after(*changes):
        async with unit_of_work(owner.actor) as unit:
            for change in changes:
                await unit.execute(row.format(change))
        return {code for code, _ in (await verify_ledger(owner.actor)).findings}

    # What was changed before is not hidden by a purge; nor does the law's time end by a row.
    assert await findings_after("total_minor = 1") == {"DOCUMENT_CHANGED"}
    assert await purge_in(2037, clock) == 1
    assert await findings_after("total_minor = 12000, kept_until = '2027-12-31'") == set()
    clock.set(clock.now.replace(year=2028))
    assert await purge_kept_documents() == 0
    with monkeypatch.context() as patched:
        patched.setattr(retention, "earliest_end", lambda day: day)
        assert await purge_kept_documents() == 1
    assert await findings_after("version = version") == {"PURGED_EARLY"}
    for change, back in (
        ("total_minor = 1", "total_minor = 12000"),
        ("kept_until = '2028-06-30'", "kept_until = '2027-12-31'"),
        ("purged_at = NULL", "purged_at = 1"),
    ):
        assert "DOCUMENT_CHANGED" in await findings_after(change), change
        assert await findings_after(back) == {"PURGED_EARLY"}, back
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("UPDATE billing_document SET content = ?", (before,))
    assert "DOCUMENT_CHANGED" in await findings_after("version = version")


async def test_an_answer_or_a_pdf_that_was_changed_is_not_hidden(owner, wilma, clock):
    _, _, invoice = wilma
    [digest] = (await pdf_digests(owner.account_id, (invoice,))).values()
    key = pdf_key(owner.account_id, invoice, digest)
    kept = await get_file(key)
    assert kept
    await put_file(key, b"another one")
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("UPDATE quote_answer SET name = 'Somebody'")
    assert await purge_in(2037, clock) == 0
    found = {code for code, _ in (await verify_ledger(owner.actor)).findings}
    assert found == {"ANSWER_CHANGED", "PDF_CHANGED"}
    await put_file(key, kept)
    assert await purge_kept_documents() == 1
    assert {code for code, _ in (await verify_ledger(owner.actor)).findings} == {"ANSWER_CHANGED"}


async def test_nothing_comes_again_that_names_who_was_erased(owner, wilma, clock):
    _, quote, invoice = wilma
    accepted = (await documents_by_id(owner.actor, (quote,)))[quote]
    draft = await invoice_quote(owner.actor, quote, accepted.version)
    monthly = Schedule(Frequency.MONTHLY, clock.now.date() + timedelta(days=1))
    for key in (invoice, draft.document.pk):
        with pytest.raises(BuyerErased):
            await create_recurring(owner.actor, key, monthly, RecurringMode.REVIEW)
    assert await read.fetch("SELECT id FROM recurring_invoice") == []


async def test_a_document_whose_contact_was_taken_off_is_of_its_buyer_all_the_same(owner, clock):
    contact = await new_contact(owner.actor, given_name="Wilma", family_name="Client")
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, contact_id=contact.pk, buyer=BUYER)
    made = []
    for buyer in (BUYER, BUYER, Party(name="Somebody else", city="Lyon", country="FR")):
        credit = (await create_credit_note(owner.actor, invoice.pk)).document
        changes = DraftChanges(contact_id=None, buyer=buyer)
        changed = await update_document(owner.actor, credit.pk, credit.version, changes)
        made.append(changed.document)
    await issue_document(owner.actor, made[0].pk, made[0].version)
    asked = await new_erasure(owner.actor, contact)
    await start_erasure(owner.actor, asked, "wilma client", delay_hours=1)
    clock.advance(hours=2)
    await run_due_jobs()
    left = await read.fetch("SELECT id, kept_for FROM billing_document ORDER BY id")
    assert left == [(invoice.pk, asked), (made[0].pk, asked), (made[2].pk, None)]
    certificate = (await read_request(owner.actor, asked)).certificate
    assert certificate is not None
    assert [each.count for each in certificate.kept] == [1, 1]


@pytest.mark.expects_error_log
async def test_one_that_fails_holds_up_no_other(owner, wilma, clock, monkeypatch):
    _, quote, invoice = wilma
    purge = purge_document

    async def fails_once(unit, document_id):
        if document_id == quote:
            raise ValueError("unreadable")
        return await purge(unit, document_id)

    monkeypatch.setattr(purging, "purge_document", fails_once)
    assert await purge_in(2037, clock) == 1
    rows = await read.fetch("SELECT id FROM billing_document WHERE purged_at IS NOT NULL")
    assert rows == [(invoice,)]
