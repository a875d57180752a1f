"""A draft is made recurring, skipped, paused in one window and seen in another, and changed."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.billing import BUYER, new_document, new_seller

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_an_invoice_comes_again_is_skipped_paused_and_changed(
    product: Product, reader: Person
) -> None:
    tax = await new_seller(reader.actor)
    await new_document(reader.actor, tax, title="Hosting", buyer=BUYER)
    page = (await product.visit_as(reader, "/invoices/recurring")).page
    await page.get_by_role("link", name="Set one up").click()
    await page.get_by_role("link", name="Hosting").click()
    preview = page.locator(".recurring-preview li")
    await expect(preview).to_have_count(6)
    await page.get_by_label("First on").fill("2190-01-31")
    await page.get_by_label("Ends").select_option("TIMES")
    await page.get_by_label("Number of invoices").fill("3")
    await expect(preview).to_have_text(
        ["Sunday, January 31, 2190", "Sunday, February 28, 2190", "Wednesday, March 31, 2190"]
    )
    await page.get_by_role("button", name="Make it recurring").click()
    days = page.locator(".recurring-day")
    await expect(days).to_have_count(3)
    assert await violations(page, ".recurring-page") == []

    other = (await product.visit_as(reader, "/invoices/recurring")).page
    await other.get_by_role("link", name="Hosting").click()
    await page.get_by_role("button", name="Skip: Sunday, February 28, 2190").click()
    await expect(other.locator(".recurring-day[data-skipped]")).to_have_count(1)
    await other.get_by_role("button", name="Bring back").click()
    await expect(page.locator(".recurring-day[data-skipped]")).to_have_count(0)
    await page.get_by_role("button", name="Pause").click()
    await expect(other.get_by_role("button", name="Go on")).to_be_visible()

    await page.keyboard.press("e")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Period").select_option("YEARLY")
    await dialog.get_by_role("button", name="Save").click()
    await expect(page.locator(".recurring-main")).to_contain_text("Once a year, 0 of 3")
    await page.get_by_role("button", name="Change", exact=True).click()
    await page.wait_for_url("**/invoices/Qml*")
    await page.go_back()
    await page.get_by_role("button", name="Use from now on").click()
    await expect(page.locator(".recurring-draft")).to_have_count(0)
