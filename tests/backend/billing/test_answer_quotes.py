"""Quotes answered by clients on their pages: once, kept as evidence, and followed up."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from backend.billing.errors import QuoteExpired, WrongStage
from backend.billing.queries.deliveries import answers_of, deliveries_of, links_of
from backend.billing.queries.documents import documents_by_id, invoice_of_quote
from backend.billing.queries.ledger import pdf_digests
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, LedgerEvent
from backend.billing.rules.letters import AcceptedQuotes
from backend.billing.rules.settings import Party
from backend.billing.rules.signing import clean_strokes, drawn_signature
from backend.billing.service.answering import ClientAnswer, answer_by_client
from backend.billing.service.delivery_settings import update_delivery_settings
from backend.billing.service.ledger import verify_ledger
from backend.billing.service.links import create_link, revoke_link
from backend.billing.service.pdfs import document_pdf
from backend.billing.service.quotes import answer_quote
from backend.billing.service.viewing import record_view
from backend.core.clock import frozen, now
from backend.core.errors import InvalidCharacters, NotFound, Required, TooLong
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.unit_of_work import unit_of_work
from backend.notifications.queries import notifications_page
from tests.factories.billing import new_issued, new_seller

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CLIENT = Party(name="Client", email="client@example.org", country="FR", city="Lyon", street="1 rue")
YES = ClientAnswer(True, "Ada", "10.10-200.250_300.20", address="192.0.2.7")


async def new_quote(actor, tax, **values):
    quote = await new_issued(actor, tax, DocumentKind.QUOTE, buyer=CLIENT, **values)
    await create_link(actor, quote.pk)
    return quote, (await links_of(actor, (quote.pk,)))[quote.pk]


async def status(actor, quote):
    return (await documents_by_id(actor, (quote.pk,)))[quote.pk].status


async def test_is_accepted_once_and_stands_signed_on_the_pdf(owner):
    tax = await new_seller(owner.actor)
    quote, link = await new_quote(owner.actor, tax)
    before = (await document_pdf(owner.actor, quote.pk))[1]
    await asyncio.gather(*(answer_by_client(link, YES) for _ in range(3)))
    with pytest.raises(WrongStage):
        await answer_by_client(link, ClientAnswer(accepted=False))
    told = (await notifications_page(owner.actor, PageRequest.of(first=5))).rows
    assert [(each.kind, each.subject_id) for each in told] == [("quote_accepted", quote.id)]
    answer = (await answers_of(owner.actor, (quote.pk,)))[quote.pk]
    assert (answer.name, answer.address, answer.is_drawn) == ("Ada", "192.0.2.7", True)
    await run_due_jobs()
    signed = (await document_pdf(owner.actor, quote.pk))[1]
    assert signed.startswith(b"%PDF-")
    assert signed != before
    assert set(await pdf_digests(owner.account_id, (quote.pk,), LedgerEvent.SIGNED)) == {quote.pk}
    report = await verify_ledger(owner.actor)
    assert (report.links, report.findings) == (4, [])
    assert await status(owner.actor, quote) is DocumentStatus.ACCEPTED
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("UPDATE quote_answer SET name = 'Eve'")
    assert (await verify_ledger(owner.actor)).findings == [("ANSWER_CHANGED", quote.number)]


async def test_of_a_yes_and_a_no_at_once_one_holds(owner):
    tax = await new_seller(owner.actor)
    quote, link = await new_quote(owner.actor, tax)
    no = ClientAnswer(accepted=False, reason="Too <b>late")
    done = await asyncio.gather(
        answer_by_client(link, YES), answer_by_client(link, no), return_exceptions=True
    )
    assert [type(each) for each in done if each is not None] == [WrongStage]
    assert len(await answers_of(owner.actor, (quote.pk,))) == 1


async def test_what_holds_no_longer_is_not_accepted(owner):
    tax = await new_seller(owner.actor)
    with frozen(NOON):
        quote, link = await new_quote(owner.actor, tax, due_date=NOON.date())
        with pytest.raises(Required):
            await answer_by_client(link, ClientAnswer(True, " "))
    with frozen(NOON + timedelta(days=1)), pytest.raises(QuoteExpired):
        await answer_by_client(link, YES)
    await revoke_link(owner.actor, quote.pk)
    with frozen(NOON), pytest.raises(NotFound):
        await answer_by_client(link, YES)
    invoice = await new_issued(owner.actor, tax)
    await create_link(owner.actor, invoice.pk)
    other = (await links_of(owner.actor, (invoice.pk,)))[invoice.pk]
    with pytest.raises(WrongStage):
        await answer_by_client(other, YES)


@pytest.mark.parametrize("by_hand", [True, False])
async def test_becomes_an_invoice_that_is_sent_by_itself(owner, by_hand):
    tax = await new_seller(owner.actor)
    await update_delivery_settings(owner.actor, 0, accepted_quotes=AcceptedQuotes.SEND_INVOICE)
    quote, link = await new_quote(owner.actor, tax)
    if by_hand:
        await answer_quote(owner.actor, quote.pk, quote.version, accepted=True)
    else:
        await answer_by_client(link, YES)
    await run_due_jobs()
    await run_due_jobs()
    assert await status(owner.actor, quote) is DocumentStatus.INVOICED
    invoice = await invoice_of_quote(owner.actor, quote.pk)
    assert invoice is not None
    assert (invoice.status, invoice.total_minor) == (DocumentStatus.ISSUED, quote.total_minor)
    assert len((await deliveries_of(owner.actor, (invoice.pk,)))[invoice.pk]) == 1


async def test_looks_within_half_an_hour_are_one(owner):
    tax = await new_seller(owner.actor)
    quote, link = await new_quote(owner.actor, tax)
    assert [await record_view(link) for _ in range(2)] == [True, False]
    seen = (await links_of(owner.actor, (quote.pk,)))[quote.pk]
    assert (seen.view_count, seen.first_viewed_micros) == (1, seen.last_viewed_micros)
    with frozen(now() + timedelta(hours=1)):
        assert await record_view(seen)
    await revoke_link(owner.actor, quote.pk)
    assert not await record_view(link)


def test_signatures_are_points_of_a_field_and_nothing_else():
    assert clean_strokes("") is None
    assert clean_strokes("0.0-1000.300") == "0.0-1000.300"
    for text in ("1.2-", "a.b", "<svg>", "1.1\n", "\u0661.\u0662", "1001.0", "0.301", "1.2 3.4"):
        with pytest.raises(InvalidCharacters):
            clean_strokes(text)
    for text in ("-".join(["1.1"] * 3_001), "_".join(["1.1"] * 101)):
        with pytest.raises(TooLong):
            clean_strokes(text)
    drawing, width, height = drawn_signature("10.10-200.250_300.20")
    assert (width, height) == (306, 256)
    assert b'd="M8 8L198 248M298 18l0.1 0"' in drawing
