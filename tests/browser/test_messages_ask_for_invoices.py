"""An invoice is asked for in a message; the conversation follows what is paid of it."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from backend.billing.service import PaymentDraft, record_payment
from backend.contacts.drafts import EmailDraft
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.billing import new_issued, new_seller
from tests.factories.contacts import new_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_an_invoice_is_asked_for_and_seen_to_be_paid(
    product: Product, reader: Person
) -> None:
    tax = await new_seller(reader.actor)
    contact = await new_contact(reader.actor, emails=[EmailDraft("ada@example.org")])
    invoice = await new_issued(reader.actor, tax, contact_id=contact.pk, locale="en")
    page = (await product.visit_as(reader, f"/contacts/{contact.id}?tab=messages")).page
    composer = page.locator("#message-composer")
    await composer.get_by_role("button", name="Ask for a payment").click()
    await composer.get_by_label("Invoice").select_option(invoice.id)
    await expect(composer.locator(".composer-invoice")).to_contain_text("120.00")
    assert await violations(page) == []
    await composer.get_by_role("button", name="Send").dblclick()
    asked = page.locator(".message-payment")
    await expect(asked).to_contain_text("To pay")
    await expect(asked.get_by_role("button")).to_have_count(0)  # an invoice stays due
    link = await asked.get_by_role("link", name="What the client sees").get_attribute("href")
    assert link is not None
    client = (await product.visit(re.sub(r".*(?=/d/)", "", link), live=False)).page
    await expect(client.locator("body")).to_contain_text(f"Invoice {invoice.number}")
    for amount, words in ((5_000, "€70.00 left"), (7_000, "Paid")):
        await record_payment(reader.actor, invoice.pk, PaymentDraft(amount))
        await expect(asked).to_contain_text(words)
    await asked.get_by_role("link", name=f"Invoice {invoice.number}").click()
    await page.locator(".sending-letter").get_by_role("link", name="ada@example.org").click()
    await expect(page.locator(".message-payment")).to_contain_text("Paid")
