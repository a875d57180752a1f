"""Payments, credit notes, voids, and the answers to quotes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.billing.errors import (
    CreditTooLarge,
    DateOutOfRange,
    NumberOutOfRange,
    QuoteExpired,
    WrongStage,
)
from backend.billing.queries.documents import add_payments, documents_by_id
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, PaymentMethod
from backend.billing.service import (
    DraftChanges,
    PaymentDraft,
    answer_quote,
    create_credit_note,
    delete_payment,
    invoice_quote,
    issue_document,
    record_payment,
    revise_quote,
    update_document,
    verify_ledger,
    void_document,
)
from backend.core.clock import frozen
from backend.core.errors import NotFound
from tests.factories.billing import line, new_document, new_issued, new_seller

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
QUOTE = DocumentKind.QUOTE


async def again(actor, document):
    return (await documents_by_id(actor, (document.pk,)))[document.pk]


async def pay(actor, document, amount, **values):
    return (await record_payment(actor, document.pk, PaymentDraft(amount, **values))).document


async def test_an_invoice_is_paid_in_part_whole_and_too_much(owner):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax)
    assert (invoice.status, invoice.balance_minor) == (DocumentStatus.ISSUED, 12_000)
    part = await pay(owner.actor, invoice, 5_000, method=PaymentMethod.CARD, reference="a 1")
    assert (part.status, part.balance_minor) == (DocumentStatus.PARTLY_PAID, 7_000)
    whole = await pay(owner.actor, invoice, 7_000)
    assert (whole.status, whole.balance_minor) == (DocumentStatus.PAID, 0)
    over = await pay(owner.actor, invoice, 500)
    assert (over.status, over.balance_minor) == (DocumentStatus.PAID, -500)
    await add_payments(owner.actor, (over,))
    assert [each.amount_minor for each in over.payments] == [5_000, 7_000, 500]
    assert (over.payments[0].method, over.payments[0].reference) == (PaymentMethod.CARD, "a 1")
    back = (await delete_payment(owner.actor, over.payments[1].pk)).document
    assert (back.status, back.balance_minor) == (DocumentStatus.PARTLY_PAID, 6_500)
    with pytest.raises(NotFound):
        await delete_payment(owner.actor, over.payments[1].pk)
    assert (await verify_ledger(owner.actor)).findings == []


async def test_a_payment_sent_twice_is_one(owner):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax)
    for _ in range(2):
        draft = PaymentDraft(100)
        await record_payment(owner.actor, invoice.pk, draft, idempotency_key="k")
    assert (await again(owner.actor, invoice)).paid_minor == 100


async def test_what_is_no_payment_is_refused(owner, stranger):
    tax = await new_seller(owner.actor)
    draft = await new_document(owner.actor, tax)
    invoice = await new_issued(owner.actor, tax)
    with pytest.raises(WrongStage):
        await pay(owner.actor, draft, 1)
    for amount in (0, -1, 10**30):
        with pytest.raises(NumberOutOfRange):
            await pay(owner.actor, invoice, amount)
    with pytest.raises(DateOutOfRange):
        await pay(owner.actor, invoice, 1, paid_on=date(2199, 1, 1))
    with pytest.raises(NotFound):
        await pay(stranger.actor, invoice, 1)


async def test_an_invoice_is_overdue_on_the_day_after(owner):
    tax = await new_seller(owner.actor)
    with frozen(NOON):
        invoice = await new_issued(owner.actor, tax, due_date=NOON.date())
        assert not invoice.is_overdue
    with frozen(NOON + timedelta(days=1)):
        assert (await again(owner.actor, invoice)).is_overdue
        assert not (await pay(owner.actor, invoice, 12_000)).is_overdue


async def test_a_credit_note_takes_off_a_part_and_then_the_rest(owner):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, lines=[line(tax), line(tax, "2")])
    part = (await create_credit_note(owner.actor, invoice.pk)).document
    assert (part.kind, part.source_key, part.total_minor) == (
        DocumentKind.CREDIT_NOTE, invoice.pk, 36_000,
    )  # fmt: skip
    rest = (await create_credit_note(owner.actor, invoice.pk)).document
    part = (
        await update_document(owner.actor, part.pk, part.version, DraftChanges(lines=[line(tax)]))
    ).document
    await issue_document(owner.actor, part.pk, part.version)
    credited = await again(owner.actor, invoice)
    assert (credited.credited_minor, credited.status) == (12_000, DocumentStatus.PARTLY_PAID)
    with pytest.raises(CreditTooLarge):
        await issue_document(owner.actor, rest.pk, rest.version)
    rest = (
        await update_document(
            owner.actor, rest.pk, rest.version, DraftChanges(lines=[line(tax, "2")])
        )
    ).document
    await issue_document(owner.actor, rest.pk, rest.version)
    assert (await again(owner.actor, invoice)).status is DocumentStatus.PAID
    with pytest.raises(WrongStage):
        await create_credit_note(owner.actor, invoice.pk)
    assert (await verify_ledger(owner.actor)).findings == []


async def test_a_void_invoice_keeps_its_number_and_payments(owner):
    tax = await new_seller(owner.actor)
    invoice = await pay(owner.actor, await new_issued(owner.actor, tax), 100)
    void = (await void_document(owner.actor, invoice.pk, invoice.version)).document
    assert (void.status, void.number, void.paid_minor) == (
        DocumentStatus.VOID, invoice.number, 100,
    )  # fmt: skip
    assert void.balance_minor == 0
    with pytest.raises(WrongStage):
        await pay(owner.actor, void, 1)
    with pytest.raises(WrongStage):
        await create_credit_note(owner.actor, void.pk)
    assert (await verify_ledger(owner.actor)).findings == []


async def test_an_accepted_quote_becomes_an_invoice_once(owner):
    tax = await new_seller(owner.actor)
    quote = await new_issued(owner.actor, tax, QUOTE, title="Site")
    with pytest.raises(WrongStage):
        await invoice_quote(owner.actor, quote.pk, quote.version)
    accepted = (await answer_quote(owner.actor, quote.pk, quote.version, accepted=True)).document
    assert accepted.status is DocumentStatus.ACCEPTED
    invoice = (await invoice_quote(owner.actor, quote.pk, accepted.version)).document
    assert (invoice.content.title, invoice.content.lines) == ("Site", quote.content.lines)
    assert (invoice.source_key, invoice.status) == (quote.pk, DocumentStatus.DRAFT)
    invoiced = await again(owner.actor, quote)
    assert invoiced.status is DocumentStatus.INVOICED
    with pytest.raises(WrongStage):
        await invoice_quote(owner.actor, quote.pk, invoiced.version)
    assert (await verify_ledger(owner.actor)).findings == []


async def test_an_expired_quote_is_revised_not_accepted(owner):
    tax = await new_seller(owner.actor)
    with frozen(NOON):
        quote = await new_issued(owner.actor, tax, QUOTE, due_date=NOON.date())
    with frozen(NOON + timedelta(days=1)):
        assert (await again(owner.actor, quote)).status is DocumentStatus.EXPIRED
        with pytest.raises(QuoteExpired):
            await answer_quote(owner.actor, quote.pk, quote.version, accepted=True)
        revision = (await revise_quote(owner.actor, quote.pk)).document
        issued = (await issue_document(owner.actor, revision.pk, revision.version)).document
        assert issued.status is DocumentStatus.ISSUED
        assert (await again(owner.actor, quote)).status is DocumentStatus.REVISED
