"""Lists of documents in any order, by keysets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from backend.billing.queries.document_sorting import DocumentSort, DocumentSortField
from backend.billing.queries.documents import DocumentFilter, documents_page
from backend.billing.rules.kinds import DocumentKind, DocumentStatus
from backend.billing.service import PaymentDraft, create_credit_note, issue_document, record_payment
from backend.contacts.sorting import SortDirection
from backend.core.clock import frozen
from backend.core.database import read
from backend.core.errors import InvalidCursor
from backend.core.paging import PageRequest, encode_key
from tests.factories.billing import BUYER, line, new_document, new_issued, new_seller

UP, DOWN = SortDirection
START = datetime(2026, 10, 1, 12, tzinfo=UTC)
NAMES = ("Écho", "bravo", "Alpha", "delta", "Charlie", "bravo")
FILTERS = (
    DocumentFilter(),
    DocumentFilter(kinds=frozenset({DocumentKind.INVOICE}), unpaid=True),
    DocumentFilter(statuses=frozenset({DocumentStatus.PAID, DocumentStatus.DRAFT})),
    DocumentFilter(search="a", issued_from=START.date()),
)


@pytest.fixture
async def book(owner):
    tax = await new_seller(owner.actor)
    invoice = None
    for place, name in enumerate(NAMES):
        with frozen(START + timedelta(days=place)):
            said: dict[str, Any] = {
                "buyer": replace(BUYER, name=name),
                "payment_days": (place * 7) % 5,
            }
            lines = [line(tax, price=(place * 3 % 4 + 1) * 1_000)]
            invoice = await new_issued(owner.actor, tax, lines=lines, **said)
            if place % 2:
                await record_payment(owner.actor, invoice.pk, PaymentDraft(600 * place))
    await new_document(owner.actor, tax, buyer=replace(BUYER, name=None))
    assert invoice is not None
    note = (await create_credit_note(owner.actor, invoice.pk)).document
    with frozen(START + timedelta(days=9)):
        await issue_document(owner.actor, note.pk, note.version)
    return owner


def key_of(field: DocumentSortField):
    """Return what an order is to stand by, said anew."""
    return {
        DocumentSortField.NUMBER: lambda d: d.issued_micros or 2**63,
        DocumentSortField.ISSUE_DATE: lambda d: d.issue_day or "9999",
        DocumentSortField.DUE_DATE: lambda d: d.due_day or "9999",
        DocumentSortField.CLIENT: lambda d: (
            ["alpha", "bravo", "charlie", "delta", "echo"].index(
                (d.content.buyer.name or "").lower().replace("é", "e")
            )
            if d.content.buyer.name
            else 9
        ),
        DocumentSortField.TOTAL: lambda d: (
            -d.total_minor if d.kind is DocumentKind.CREDIT_NOTE else d.total_minor
        ),
        DocumentSortField.BALANCE: lambda d: d.balance_minor,
    }[field]


@pytest.mark.parametrize("direction", list(SortDirection))
async def test_every_order_is_read_page_by_page_and_back(book, direction):
    for wanted in FILTERS:
        plain = (await documents_page(book.actor, PageRequest(50), wanted)).rows
        for field in DocumentSortField:
            sort = DocumentSort(field, direction)
            page = await documents_page(book.actor, PageRequest(2), wanted, sort)
            seen, after = list(page.rows), encode_key(page.keys[-1])
            while page.has_next:
                page = await documents_page(book.actor, PageRequest(2, after), wanted, sort)
                seen += page.rows
                after = encode_key(page.keys[-1])
            key = key_of(field)
            assert {each.pk for each in seen} == {each.pk for each in plain}, (wanted, field)
            assert len(seen) == len(plain)
            for one, other in pairwise((key(each), each.pk) for each in seen):
                assert one < other if direction is UP else one > other, (wanted, field)
            back = await documents_page(
                book.actor, PageRequest(2, before=after, backward=True), wanted, sort
            )
            assert [each.pk for each in back.rows] == [each.pk for each in seen[-3:-1]]


async def test_a_cursor_of_another_order_is_refused(book):
    by_name = DocumentSort(DocumentSortField.CLIENT)
    for cursor in (encode_key((1, 2)), encode_key((1,)), "x"):
        with pytest.raises(InvalidCursor):
            await documents_page(book.actor, PageRequest(2, cursor), DocumentFilter(), by_name)


@pytest.mark.sqlite_only
async def test_an_order_is_walked_in_its_index_and_reads_no_other_row(book):
    """One row more or less costs nothing: no sorting, and nothing of a document is looked at."""
    seen = []
    with read.statements() as told:
        for field in DocumentSortField:
            for wanted in FILTERS[:3]:
                sort = DocumentSort(field, DOWN)
                page = await documents_page(book.actor, PageRequest(1), wanted, sort)
                after = PageRequest(1, encode_key(page.keys[0]))
                await documents_page(book.actor, after, wanted, sort)
    for statement in told:
        if " INDEXED BY billing_document_by_" in statement:
            marks = [0] * statement.count("?")
            plan = [row[-1] for row in await read.fetch(f"EXPLAIN QUERY PLAN {statement}", marks)]
            assert not any("TEMP B-TREE" in step for step in plan), plan
            assert any("COVERING INDEX billing_document_by_" in step for step in plan), plan
            seen += [step for step in plan if "<" in step or ">" in step]
    assert len(seen) >= len(DocumentSortField) * 3  # the place of a cursor is gone to at once
