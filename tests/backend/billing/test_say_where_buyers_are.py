"""Whose address an invoice must say, where it is delivered, and what both look like."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from backend.billing.errors import BuyerIncomplete, SumTooLarge
from backend.billing.limits import MAX_PRICE_MINOR, MAX_TOTAL_MINOR
from backend.billing.rendering.view import view_of
from backend.billing.rules.addressing import missing_address
from backend.billing.rules.content import Content, Line, LineTax
from backend.billing.rules.kinds import DocumentKind, TaxCategory
from backend.billing.rules.settings import Party, Place, SettingsChanges
from backend.billing.service import (
    DraftChanges,
    PaymentDraft,
    create_credit_note,
    issue_document,
    proposed_buyer,
    record_payment,
    update_document,
    update_settings,
)
from backend.billing.service.pdfs import shown_document
from backend.contacts.drafts import AddressDraft
from backend.core.errors import Refusals
from backend.core.money import MAX_MINOR
from backend.core.unit_of_work import unit_of_work
from tests.factories.billing import BUYER, line, new_document, new_issued, new_seller
from tests.factories.contacts import new_contact

QUOTE, INVOICE, NOTE = DocumentKind
NOBODY = Party(name="Example")
KNOWN = replace(NOBODY, vat_number="IT00743110157")


def content(cents: int, buyer: Party = NOBODY, category: str = "S", currency: str = "EUR"):
    tax = LineTax(1, "tax", Decimal(0), TaxCategory(category))
    return Content(currency, "en", 30, buyer=buyer, lines=(Line(unit_price_minor=cents, tax=tax),))


@pytest.mark.parametrize(
    ("country", "said", "is_wanted"),
    [
        ("DE", content(100_01), True),
        ("DE", content(100_00), False),
        ("DE", content(100_00, category="AE"), True),  # art. 220a(2)
        ("DE", content(100_00, currency="USD"), True),
        ("FR", content(1), True),
        ("IT", content(400_00, KNOWN), False),
        ("IT", content(400_01, KNOWN), True),
        ("IT", content(400_00), True),
        ("IT", content(400_00, KNOWN, "K"), True),
        ("GB", content(250_00, currency="GBP"), False),
        ("GB", content(250_00), True),
        ("US", content(10_000_00), False),
    ],
)
def test_the_law_of_the_seller_says_whether_an_address_is_wanted(country, said, is_wanted):
    found = [each.path[-1] for each in missing_address(INVOICE, said, country)]
    assert found == (["street", "city", "country"] if is_wanted else [])
    assert missing_address(QUOTE, said, country) == missing_address(NOTE, said, country) == []


@pytest.mark.parametrize(
    ("seller", "buyer", "is_wanted"),
    [
        ("IT", BUYER, True),
        ("IT", replace(BUYER, fiscal_code="RSSMRA85T10A562S"), False),
        ("IT", replace(BUYER, country="FR"), False),
        ("FR", BUYER, False),
    ],
)
def test_italians_say_on_invoices_to_italians_who_buys(seller, buyer, is_wanted):
    found = missing_address(INVOICE, content(500_00, buyer), seller)
    assert [each.path for each in found] == ([("buyer", "vatNumber")] if is_wanted else [])
    assert missing_address(QUOTE, content(500_00, buyer), seller) == []


async def test_the_tax_numbers_of_a_client_are_those_of_its_last_document(owner):
    contact = await new_contact(owner.actor, company="Example")
    said = replace(KNOWN, electronic_address="ABCDEF1")
    await new_document(owner.actor, None, QUOTE, contact_id=contact.pk, buyer=said)
    found = await proposed_buyer(owner.actor, contact.pk)
    assert found is not None
    assert (found.vat_number, found.electronic_address) == ("IT00743110157", "ABCDEF1")
    await new_document(owner.actor, None, contact_id=contact.pk, buyer=replace(KNOWN, name="Other"))
    assert await proposed_buyer(owner.actor, contact.pk) == NOBODY


async def test_an_invoice_without_its_buyer_s_address_is_not_issued(owner):
    tax = await new_seller(owner.actor)
    draft = await new_document(
        owner.actor, tax, buyer=replace(NOBODY, city="Lyon", extended="BP 1")
    )
    with pytest.raises(Refusals) as caught:
        await issue_document(owner.actor, draft.pk, draft.version)
    assert [(type(each), each.path) for each in caught.value.refusals] == [
        (BuyerIncomplete, ("buyer", "country"))
    ]
    assert (await new_issued(owner.actor, tax, QUOTE, buyer=NOBODY)).number


async def test_an_address_without_a_country_is_where_the_account_is(owner):
    there = AddressDraft(street="1 rue", city="Lyon")
    contact = await new_contact(owner.actor, given_name="One", addresses=[there])
    nowhere = await new_contact(owner.actor, given_name="Other")
    found = await proposed_buyer(owner.actor, contact.pk)
    assert found is not None
    assert (found.city, found.country) == ("Lyon", "IT")
    assert await proposed_buyer(owner.actor, nowhere.pk) == Party(name="Other")


async def test_where_it_is_delivered_and_vat_on_debits_are_said_and_frozen(owner):
    tax = await new_seller(owner.actor, tax_on_debits=True)
    place = Place(name="Depot", street="3 Quay", postal_code="10100", city="Torino", country="IT")
    draft = await new_document(owner.actor, tax, delivery=place, locale="en")
    seen = view_of((await shown_document(owner.actor, draft.pk))[1])
    issued = (await issue_document(owner.actor, draft.pk, draft.version)).document
    await update_settings(owner.actor, 1, SettingsChanges(tax_on_debits=False))
    view = view_of((await shown_document(owner.actor, issued.pk))[1])
    for each in (seen, view):
        facts = {fact["name"]: fact["value"] for fact in each["facts"]}
        assert "Depot, 3 Quay" in facts["Delivery address"]
        assert "VAT is paid on debits, by option" in [said["text"] for said in each["mentions"]]
    note = (await create_credit_note(owner.actor, issued.pk)).document
    assert note.content.delivery == place
    same = replace(place, name=None, street=BUYER.street, postal_code=None)
    for other in (same, Place(name="  ")):
        again = await new_document(owner.actor, tax, delivery=other, locale="en")
        facts = view_of((await shown_document(owner.actor, again.pk))[1])["facts"]
        assert "Delivery address" not in [fact["name"] for fact in facts]
    cleared = await update_document(owner.actor, note.pk, 1, DraftChanges(delivery=None))
    assert cleared.document.content.delivery is None


async def test_sums_stay_within_what_every_client_reads(owner):
    tax = await new_seller(owner.actor)
    most = [line(None, str(MAX_TOTAL_MINOR // MAX_PRICE_MINOR), MAX_PRICE_MINOR)]
    most[0] = replace(most[0], tax_id=tax, discount_percent=Decimal(50))
    draft = await new_document(owner.actor, tax, lines=most)
    invoice = (await issue_document(owner.actor, draft.pk, draft.version)).document
    assert invoice.total_minor == 6 * MAX_TOTAL_MINOR // 10
    await record_payment(owner.actor, invoice.pk, PaymentDraft(MAX_TOTAL_MINOR))
    async with unit_of_work(owner.actor) as unit:  # as 1,500 more of them would have made it
        await unit.execute(
            "UPDATE billing_document SET total_minor = ? WHERE id = ?",
            (MAX_MINOR - 1_000_000, invoice.pk),
        )
        await unit.execute(
            "UPDATE payment SET amount_minor = ? WHERE document_id = ?",
            (MAX_MINOR - 1_000_000, invoice.pk),
        )
    again = await new_document(owner.actor, tax, lines=most)
    with pytest.raises(SumTooLarge):
        await issue_document(owner.actor, again.pk, again.version)
    small = await new_issued(owner.actor, tax)
    with pytest.raises(SumTooLarge):
        await record_payment(owner.actor, small.pk, PaymentDraft(MAX_TOTAL_MINOR))
