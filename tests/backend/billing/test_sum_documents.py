"""What documents add up to, and how lists find them: by state, by what is left to pay."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from backend.billing.queries.documents import DocumentFilter, count_documents, documents_page
from backend.billing.queries.history import count_history, history_of
from backend.billing.queries.sums import invoice_sums, last_months, month_sums, quote_sums
from backend.billing.rules.kinds import DocumentKind, DocumentStatus
from backend.billing.service import (
    PaymentDraft,
    answer_quote,
    create_credit_note,
    issue_document,
    record_payment,
    void_document,
)
from backend.core.clock import frozen
from backend.core.paging import PageRequest
from tests.factories.billing import new_document, new_issued, new_seller
from tests.factories.contacts import new_contact

QUOTE, INVOICE, CREDIT = DocumentKind.QUOTE, DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE
AUTUMN, WINTER = datetime(2026, 10, 5, 12, tzinfo=UTC), datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
async def book(owner):
    """Invoices: overdue, paid in part, paid, credited, void, a draft; and quotes."""
    actor, made = owner.actor, {}
    tax = await new_seller(actor)
    client = (await new_contact(actor)).pk
    with frozen(AUTUMN):
        made["overdue"] = await new_issued(actor, tax, payment_days=10, contact_id=client)
        made["expired"] = await new_issued(actor, tax, QUOTE, payment_days=10)
    with frozen(WINTER):
        made["part"] = await new_issued(actor, tax, payment_days=30)
        await record_payment(actor, made["part"].pk, PaymentDraft(5_000, date(2026, 10, 31)))
        made["paid"] = await new_issued(actor, tax, payment_days=30)
        await record_payment(actor, made["paid"].pk, PaymentDraft(12_000))
        made["credited"] = await new_issued(actor, tax)
        note = (await create_credit_note(actor, made["credited"].pk)).document
        made["note"] = (await issue_document(actor, note.pk, note.version)).document
        made["void"] = await new_issued(actor, tax)
        await void_document(actor, made["void"].pk, made["void"].version)
        made["draft"] = await new_document(actor, tax)
        made["open"] = await new_issued(actor, tax, QUOTE)
        made["accepted"] = await new_issued(actor, tax, QUOTE, contact_id=client)
        await answer_quote(actor, made["accepted"].pk, made["accepted"].version, accepted=True)
    return owner, made, client


async def test_sums_count_what_is_left_and_what_came(book, stranger):
    owner, _, client = book
    with frozen(WINTER):
        (sums,) = await invoice_sums(owner.actor)
        (own,) = await invoice_sums(owner.actor, client)
        (quotes,) = await quote_sums(owner.actor)
        months = {each.month: each for each in await month_sums(owner.actor)}
    assert (sums.open_count, sums.open_minor) == (2, 12_000 + 7_000)
    assert (sums.overdue_count, sums.overdue_minor) == (1, 12_000)
    assert (sums.paid_month_minor, sums.paid_year_minor) == (12_000, 17_000)
    assert (own.open_minor, own.overdue_minor, own.paid_year_minor) == (12_000, 12_000, 0)
    assert (quotes.open_count, quotes.accepted_count) == (1, 1)
    assert (quotes.accepted_minor, quotes.won_minor) == (12_000, 12_000)
    assert (months["2026-10"].invoiced_minor, months["2026-10"].paid_minor) == (12_000, 5_000)
    # Part, paid, and one that its credit note takes back; the void one counts for nothing.
    assert (months["2026-11"].invoiced_minor, months["2026-11"].paid_minor) == (24_000, 12_000)
    assert list(months) == last_months(date(2026, 11, 22))
    for sums_of in (invoice_sums, quote_sums, month_sums):
        assert await sums_of(stranger.actor) == []


async def test_lists_find_documents_by_their_state(book, stranger):
    owner, made, _ = book
    bills = frozenset({INVOICE, CREDIT})

    async def found(actor=owner.actor, **values):
        wanted = DocumentFilter(**values)
        with frozen(WINTER):
            page = await documents_page(actor, PageRequest.of(first=50), wanted)
            assert await count_documents(actor, wanted) == len(page.rows)
        names = {document.pk: name for name, document in made.items()}
        return {names[row.pk] for row in page.rows}

    invoices = {"overdue", "part", "paid", "credited", "void", "draft"}
    assert await found(kinds=bills) == invoices | {"note"}
    assert await found(kinds=bills, unpaid=True) == {"overdue", "part"}
    assert await found(overdue=True) == {"overdue"}
    states = {
        DocumentStatus.PAID: {"paid", "credited"},
        DocumentStatus.PARTLY_PAID: {"part"},
        DocumentStatus.ISSUED: {"overdue", "note", "open"},
        DocumentStatus.VOID: {"void"},
        DocumentStatus.DRAFT: {"draft"},
        DocumentStatus.EXPIRED: {"expired"},
        DocumentStatus.ACCEPTED: {"accepted"},
    }
    for status, names in states.items():
        assert await found(statuses=frozenset({status})) == names
    of_quotes = {"kinds": frozenset({QUOTE}), "statuses": frozenset({DocumentStatus.ISSUED})}
    assert await found(**of_quotes) == {"open"}
    assert await found(stranger.actor, kinds=bills) == set()


async def test_a_document_tells_its_history(owner, stranger):
    key = (await new_issued(owner.actor, await new_seller(owner.actor))).pk
    await record_payment(owner.actor, key, PaymentDraft(5_000))
    rows, more = await history_of(owner.actor, key, PageRequest.of(first=2))
    assert ([row.kind for row in rows], more) == (["document.payment", "document.issued"], True)
    assert rows[0].payload["amountMinor"] == 5_000
    older, more = await history_of(owner.actor, key, PageRequest.of(after=rows[-1].cursor))
    assert ([row.kind for row in older], more) == (["document.drafted"], False)
    assert await count_history(owner.actor, key) == 3
    assert await history_of(stranger.actor, key, PageRequest.of()) == ([], False)
