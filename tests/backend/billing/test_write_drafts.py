"""Quotes and invoices while they are drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import orjson
import pytest

from backend.billing.errors import AmountTooLarge, DateOutOfRange, NumberOutOfRange, TooPrecise
from backend.billing.queries.documents import (
    DocumentFilter,
    count_documents,
    documents_by_id,
    documents_page,
)
from backend.billing.rules.content import HeaderField, content_from_stored, content_to_json
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, LineKind
from backend.billing.rules.settings import Party
from backend.billing.service import (
    DraftChanges,
    LineDraft,
    create_document,
    delete_draft,
    restore_draft,
    update_document,
)
from backend.contacts.drafts import EmailDraft
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts
from backend.core.clock import frozen, now
from backend.core.errors import (
    Forbidden,
    InvalidCharacters,
    NotFound,
    StaleVersion,
    TooLong,
    TooMany,
)
from backend.core.paging import PageRequest
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from tests.backend.duplicates.merging import merge
from tests.factories.billing import BUYER, line, new_document, new_issued, new_seller
from tests.factories.contacts import new_contact
from tests.factories.personal_data import gathered

load_jobs()
QUOTE, INVOICE = DocumentKind.QUOTE, DocumentKind.INVOICE


async def change(actor, document, **changes):
    written = await update_document(actor, document.pk, document.version, DraftChanges(**changes))
    return written.document


async def test_a_draft_begins_with_the_settings_and_the_contact(owner):
    await new_seller(owner.actor, payment_days=15)
    contact = await new_contact(
        owner.actor, company="Example Ltd", emails=(EmailDraft("a@example.org"),)
    )
    made = await create_document(owner.actor, INVOICE, DraftChanges(contact_id=contact.pk))
    content = made.document.content
    assert (content.buyer.name, content.buyer.email) == ("Example Ltd", "a@example.org")
    assert (content.payment_days, made.document.contact_id) == (15, contact.id)
    assert (made.document.status, made.document.number) == (DocumentStatus.DRAFT, None)


async def test_what_a_change_leaves_out_stays(owner):
    tax = await new_seller(owner.actor)
    draft = await new_document(owner.actor, tax, title="Site")
    lines = [
        LineDraft(LineKind.HEADING, "Phase 1"),
        line(tax, "7", 13, discount_percent=Decimal(0)),
        LineDraft(LineKind.TEXT, description="#let x = 1 \\ *as typed*\nand a line"),
    ]
    after = await change(
        owner.actor,
        draft,
        lines=lines,
        header_fields=[HeaderField("Order", "A 1"), HeaderField("Empty", " ")],
        due_date=date(2026, 12, 31),
    )
    assert (after.content.title, after.version) == ("Site", 2)
    assert (after.total_minor, after.content.totals.tax_minor) == (109, 18)
    assert after.content.lines[2].description == "#let x = 1 \\ *as typed*\nand a line"
    assert after.content.header_fields == (HeaderField("Order", "A 1"),)
    assert content_from_stored(orjson.loads(content_to_json(after.content))) == after.content
    assert replace(after.content, lines=()) == after.head
    assert (await change(owner.actor, after, title="Site")).version == 2
    with pytest.raises(StaleVersion):
        await change(owner.actor, draft, title="Other")


@pytest.mark.parametrize(
    ("changes", "refusal", "path"),
    [
        ({"lines": [line(None, "-1")]}, NumberOutOfRange, ("lines", "0", "quantity")),
        ({"lines": [line(None, "1e30")]}, NumberOutOfRange, ("lines", "0", "quantity")),
        ({"lines": [line(None, "0.00001")]}, TooPrecise, ("lines", "0", "quantity")),
        ({"lines": [line(None, "1", 10**15)]}, NumberOutOfRange, ("lines", "0", "unitPriceMinor")),
        ({"lines": [line(None, "1", -5)]}, NumberOutOfRange, ("lines", "0", "unitPriceMinor")),
        ({"lines": [line(None, "1000000", 10**11)]}, AmountTooLarge, ("lines",)),
        (
            {"lines": [line(None, "1000000", 10**11, discount_percent=Decimal(100))]},
            AmountTooLarge,
            ("lines",),
        ),
        ({"lines": [line(7)]}, NotFound, ("lines", "0", "taxId")),
        ({"lines": [line(None)] * 501}, TooMany, ("lines",)),
        ({"lines": [line(None, description="a" + "\n" * 2_000 + "b")] * 6}, TooLong, ("lines",)),
        ({"lines": [line(None, name="a\x1bb")]}, InvalidCharacters, ("lines", "0", "name")),
        ({"discount_percent": Decimal(101)}, NumberOutOfRange, ("discountPercent",)),
        ({"issue_date": date(1999, 12, 31)}, DateOutOfRange, ("issueDate",)),
        ({"contact_id": 999}, NotFound, ("contactId",)),
    ],
)
async def test_nonsense_is_refused_where_it_stands(owner, changes, refusal, path):
    with pytest.raises(refusal) as caught:
        await create_document(owner.actor, INVOICE, DraftChanges(**changes))
    assert caught.value.path == path
    assert await count_documents(owner.actor, DocumentFilter()) == 0


async def test_a_deleted_draft_comes_back(owner):
    draft = await new_document(owner.actor, None)
    await delete_draft(owner.actor, draft.pk)
    assert await documents_by_id(owner.actor, (draft.pk,)) == {}
    assert (await restore_draft(owner.actor, draft.pk)).document.content == draft.content


async def test_documents_are_found(owner, stranger):
    tax = await new_seller(owner.actor)
    contact = await new_contact(owner.actor, given_name="Zoé")
    first = await new_issued(owner.actor, tax, contact_id=contact.pk, due_date=None)
    await new_document(owner.actor, tax, QUOTE, title="Été", buyer=Party(name="Other"))

    async def found(actor=owner.actor, **wanted):
        page = await documents_page(actor, PageRequest.of(), DocumentFilter(**wanted))
        assert len(page.rows) == await count_documents(actor, DocumentFilter(**wanted))
        return [each.pk for each in page.rows]

    second = first.pk + 1
    assert await found() == [second, first.pk]
    assert await found(kinds=frozenset({QUOTE})) == [second]
    assert await found(statuses=frozenset({DocumentStatus.ISSUED})) == [first.pk]
    assert await found(statuses=frozenset(DocumentStatus)) == [second, first.pk]
    assert await found(search="ete") == [second]
    assert await found(search=str(first.number)) == [first.pk]
    assert await found(search="example client") == [first.pk]
    assert await found(contact_id=contact.pk) == [first.pk]
    assert await found(issued_from=first.issue_date, issued_to=first.issue_date) == [first.pk]
    assert await found(overdue=True) == []
    assert await found(stranger.actor) == []
    page = await documents_page(owner.actor, PageRequest.of(last=1), DocumentFilter())
    assert [each.pk for each in page.rows] == [first.pk]


async def test_nobody_else_writes_it(owner, viewer, stranger):
    draft = await new_document(owner.actor, None)
    with pytest.raises(NotFound):
        await change(stranger.actor, draft, title="x")
    with pytest.raises(Forbidden):
        await change(viewer.actor, draft, title="x")


async def test_documents_go_with_their_contact_and_what_is_issued_stays(owner):
    tax = await new_seller(owner.actor)
    kept, other = await new_contact(owner.actor), await new_contact(owner.actor)
    issued = await new_issued(owner.actor, tax, contact_id=other.pk)
    draft = await new_document(owner.actor, tax, contact_id=other.pk)
    await merge(owner.actor, kept, other)
    found = await documents_by_id(owner.actor, (issued.pk, draft.pk))
    assert {each.contact_key for each in found.values()} == {kept.pk}
    declared = personal_data.entries["billing"]
    held = await gathered(declared, owner.actor, kept.pk)
    assert [each["number"] for each in held] == [issued.number, None]
    assert str(BUYER.name) in str(held[0]["content"])
    async with unit_of_work(owner.actor) as unit:
        await declared.erase(unit, kept.pk)
    found = await documents_by_id(owner.actor, (issued.pk, draft.pk))
    assert {key: each.contact_key for key, each in found.items()} == {issued.pk: None}


async def test_a_contact_s_end_takes_its_drafts_along(owner):
    tax = await new_seller(owner.actor)
    gone, other = await new_contact(owner.actor), await new_contact(owner.actor)
    issued = await new_issued(owner.actor, tax, contact_id=gone.pk)
    draft = await new_document(owner.actor, tax, contact_id=gone.pk)
    kept = await new_document(owner.actor, tax, contact_id=other.pk)
    await delete_contacts(owner.actor, SelectedIds((gone.pk,)))
    with frozen(now() + timedelta(days=31)):
        await purge_deleted_contacts()
    found = await documents_by_id(owner.actor, (issued.pk, draft.pk, kept.pk))
    assert {key: each.contact_key for key, each in found.items()} == {
        issued.pk: None,
        kept.pk: other.pk,
    }
