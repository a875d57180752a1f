"""Invoices and quotes once they are issued: listed, paid, credited, accepted."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from backend.billing.rules.kinds import DocumentKind
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.billing import new_issued, new_seller
from tests.factories.contacts import new_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def take_away(page: Page) -> None:
    """Save the PDF of what is listed, and the year's table."""
    async with page.expect_download() as archive:
        await page.locator(".document-row").get_by_role("checkbox").check()
        await page.get_by_role("button", name="Download the PDFs").click()
    assert (await archive.value).suggested_filename == "documents.zip"
    await page.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Export for the accountant").click()
    async with page.expect_download() as table:
        await page.get_by_label("Days").select_option("year")
        await page.get_by_role("button", name="Export", exact=True).click()
    assert (await table.value).suggested_filename.endswith(".csv")
    await page.get_by_role("button", name="Done").click()


async def test_an_invoice_is_found_paid_and_credited(product: Product, reader: Person) -> None:
    actor = reader.actor
    tax = await new_seller(actor)
    client = await new_contact(actor, company="Example Client")
    invoice = await new_issued(actor, tax, contact_id=client.pk, title="Website")
    await new_issued(actor, tax, contact_id=client.pk)
    page = (await product.visit_as(reader, "/invoices")).page
    rows = page.locator(".document-row")
    await expect(rows).to_have_count(2)
    await expect(page.locator(".sum", has_text="To be paid")).to_contain_text("2 invoices")
    await expect(page.locator(".sum", has_text="To be paid")).to_contain_text("€240.00")
    await page.get_by_label("Search invoices").fill("webs")
    await expect(rows).to_have_count(1)
    assert await violations(page, ".documents-page") == []
    await take_away(page)
    await rows.get_by_role("link").click()
    await expect(page.locator(".page-back")).to_have_attribute("href", "/invoices?q=webs")

    # Paid in part, with an undo; a second window sees it.
    other = (await product.visit_as(reader, f"/invoices/{invoice.id}")).page
    await page.get_by_role("button", name="Record payment").click()
    amount = page.get_by_label("Amount in EUR")
    await expect(amount).to_have_value("120.00")
    await amount.fill("0.001")
    await page.get_by_role("button", name="Record", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("At most 2 digits")
    await amount.fill("20")
    await expect(page.get_by_role("dialog")).to_contain_text("€100.00 are left to pay.")
    await page.get_by_role("button", name="Record", exact=True).dblclick()
    for window in (page, other):
        await expect(window.locator("#balance")).to_have_text("€100.00")
    await page.get_by_role("button", name="Undo").click()
    await expect(other.locator("#balance")).to_have_text("€120.00")
    await expect(other.locator(".payment")).to_have_count(0)
    assert await violations(page, ".issued") == []

    # Credited as a whole: the credit note is issued, and belongs to the invoice.
    await page.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Credit note…").click()
    await page.get_by_role("button", name="All of it").dblclick()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Credit note A2026-0001")
    await expect(other.locator(".related-row")).to_have_count(1)
    await expect(page.locator(".related-row")).to_contain_text(f"Invoice {invoice.number}")
    await expect(other.locator("#balance")).to_have_text("€0.00")
    await expect(other.locator(".page-header")).to_contain_text("Credited")


async def test_a_quote_becomes_an_invoice_on_its_contact_s_page(
    product: Product, reader: Person
) -> None:
    actor = reader.actor
    tax = await new_seller(actor)
    client = await new_contact(actor, company="Example Client")
    await new_issued(actor, tax, contact_id=client.pk)
    quote = await new_issued(actor, tax, DocumentKind.QUOTE, contact_id=client.pk)
    contact = (await product.visit_as(reader, f"/contacts/{client.id}?tab=documents")).page
    rows = contact.locator(".document-row")
    await expect(rows).to_have_count(2)
    await expect(contact.locator(".sum", has_text="To be paid")).to_contain_text("€120")

    page = (await product.visit_as(reader, "/quotes")).page
    await page.get_by_role("link", name=quote.number or "").click()
    await page.get_by_role("button", name="Mark as accepted").dblclick()
    await expect(rows.filter(has_text="Accepted")).to_have_count(1)
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"Quote {quote.number}")
    await page.get_by_role("button", name="Turn into an invoice").click()
    await page.wait_for_url("**/invoices/*")
    await expect(rows).to_have_count(3)
    await expect(rows.filter(has_text="Invoiced")).to_have_count(1)
    assert await violations(contact, ".contact-documents") == []
