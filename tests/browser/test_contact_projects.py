"""The projects of a contact's page: a lead arrives while two look, and one says where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from playwright.async_api import expect

from backend.contacts.drafts import EmailDraft
from backend.marketplace.drafts import Budget, LeadDraft, LeadPerson
from backend.marketplace.service import submit_lead
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.files import new_upload

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
EVIL = "<img src=x onerror=document.title='run'>"
FRAME = "(view) => view.append(Object.assign(document.createElement('iframe'), {id: 'viewer'}))"
LEAD = LeadDraft(
    source="Example Market",
    lead_id="4711",
    title="A new shop",
    person=LeadPerson(email="anna@example.org"),
    description=f"Three languages.\n{EVIL}",
    budget=Budget(350_000, "EUR"),
    deadline=date(2027, 3, 1),
)


async def test_a_lead_arrives_in_every_window_and_is_moved_on(
    product: Product, reader: Person
) -> None:
    contact = await new_contact(
        reader.actor, given_name="Anna", emails=[EmailDraft("anna@example.org")]
    )
    path = f"/contacts/{contact.id}?tab=projects"
    page = (await product.visit_as(reader, path)).page
    other = (await product.visit_as(reader, path)).page
    for window in (page, other):
        await expect(window.get_by_text("No projects yet")).to_be_visible()

    brief = await new_upload(reader.actor, b"Three pages", "brief.txt")
    lead = replace(LEAD, upload_ids=(brief.upload_id,))
    for _ in range(2):  # a marketplace that heard no answer sends it again
        await submit_lead(reader.actor, lead)
    for window in (page, other):
        await expect(window.locator(".project")).to_have_count(1)
        await expect(window.locator(".project-title")).to_have_text("A new shop")
        await expect(window.locator(".project-facts")).to_contain_text("€3,500.00")
        await expect(window.locator(".project-description")).to_contain_text(EVIL)
        await expect(window).not_to_have_title("run")
    await expect(page.locator(".project-particulars")).to_contain_text("Example Market")
    await expect(page.locator(".attachments-files .attachment-title")).to_have_text("brief.txt")
    await page.locator(".project-file").click()
    await expect(page.locator("carnet-text-view")).to_have_text("Three pages")
    # A frame in a dialog, as the browser's viewer of PDFs is one, has the keys while one is in it.
    await page.locator(".attachment-view").evaluate(FRAME)
    await page.locator("#viewer").click()
    await page.keyboard.press("Escape")
    await expect(page.locator("#attachment")).to_be_visible()
    await page.locator("#attachment-title").hover()
    await page.keyboard.press("Escape")
    await expect(page.locator("#attachment")).to_be_hidden()

    status = page.get_by_label("Status of A new shop")
    await status.select_option(label="Quoted")
    await expect(other.get_by_label("Status of A new shop")).to_have_value("QUOTED")
    await submit_lead(reader.actor, replace(LEAD, lead_id="4712", title="A catalogue"))
    for window in (page, other):
        await expect(window.locator(".project-title")).to_have_text(["A catalogue", "A new shop"])
    assert await violations(page, ".contact-middle") == []
    await page.reload()
    await expect(page.get_by_label("Status of A new shop")).to_have_value("QUOTED")
